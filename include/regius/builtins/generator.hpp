// SPDX-License-Identifier: MIT
#ifndef REGIUS_BUILTINS_GENERATOR_HPP
#define REGIUS_BUILTINS_GENERATOR_HPP

#include <regius/core/errors.hpp>

#include <concepts>
#include <coroutine>
#include <cstddef>
#include <exception>
#include <iterator>
#include <new>
#include <optional>
#include <ranges>
#include <stdexcept>
#include <tuple>
#include <type_traits>
#include <utility>

namespace regius {

namespace detail {

template <class Yield>
struct generator_node;
template <class Promise>
class generator_link;
template <class Yield, class Send, class Return>
struct generator_promise;
struct generator_access;

/// Whether an E is what was thrown.
template <class E>
bool generator_holds(std::exception_ptr const& thrown) {
    try {
        std::rethrow_exception(thrown);
    } catch (E const&) {
        return true;
    } catch (...) {
        return false;
    }
}

}  // namespace detail

/// What `close` throws at the yield where a generator waits. It is no `std::exception`, so a body that
/// handles its failures does not take it for one.
///
/// Python    GeneratorExit
struct generator_exit {};

/// A function that is left at each `co_yield` and continued by whoever wants the next element.
///
///     generator<int> countdown(int n) {
///         for (; n > 0; --n) co_yield n;
///     }
///     for (int i : countdown(3)) ...          // 3 2 1
///
///     generator<double, double> average() {   // Send = double: what co_yield gives back
///         double sum = 0, n = 0, x = co_yield 0;
///         for (;; x = co_yield sum / n) sum += x, ++n;
///     }
///
/// Python    Generator[Yield, Send, Return]: a function with `yield`
/// Accepts   `co_yield v`; `co_yield yield_from(g)` for a generator or range g; `co_return r` of type Return
/// Yields    Yield is as in std::generator: a plain T is passed on as T&&, a reference as it is
/// Category  input view, move-only. Each begin() continues where the generator waits: a second loop goes on
///           where the first was left, and sees nothing after the last element
/// Cost      one allocation a call, from the thread's recycled frames, or none where the compiler inlines the
///           body; O(1) an element through any depth of yield_from. Stack use does not grow with the depth
/// Throws    what the body throws, once, at the step that ran into it; after that the generator is exhausted.
///           A stop_iteration that leaves the body arrives as std::runtime_error (PEP 479). value_error,
///           "generator already executing", when it is continued from within itself
/// Lifetime  a reference parameter of the body must outlive the generator, and so must a lambda with captures:
///           take parameters by value. A yielded reference is good until the next step
///           g++ 12 destroys an aggregate twice that a co_yield makes, `co_yield point{x, y}`: give it a name first
/// Threads   one at a time; it may be continued and destroyed on another thread than the one that made it
/// Differs   None, as `next` sends it, is `Send{}`. While yield_from(g) is under way g itself is "already
///           executing". Destruction runs the body's destructors, which is all that Python's `finally` is;
///           only close() throws generator_exit
template <class Yield, class Send = void, class Return = void>
class [[nodiscard]] generator {
    static_assert(!std::is_void_v<Yield>, "generator: Yield is the type of the elements");

public:
    using promise_type = detail::generator_promise<Yield, Send, Return>;
    using value_type = std::remove_cvref_t<Yield>;
    using reference = std::conditional_t<std::is_reference_v<Yield>, Yield, Yield&&>;

    class iterator;

    generator() = default;  // exhausted
    generator(generator&& that) noexcept
        : frame_(std::exchange(that.frame_, nullptr)), lent_(std::exchange(that.lent_, false)) {}
    generator(generator const&) = delete;
    [[gnu::always_inline]] ~generator() { reset(); }

    generator& operator=(generator&& that) noexcept {
        generator taken(std::move(that));
        std::swap(frame_, taken.frame_);
        std::swap(lent_, taken.lent_);
        return *this;
    }
    generator& operator=(generator const&) = delete;

    [[nodiscard, gnu::always_inline]] iterator begin() {
        advance();
        return iterator(frame_);
    }
    [[nodiscard]] std::default_sentinel_t end() const noexcept { return {}; }

    /// The next element; a plain Yield is moved out, a reference is returned as it is.
    ///
    /// Python    next(g)
    /// Throws    stop_iteration when there is none
    Yield next() {
        auto const frame = frame_;
        if (!advance()) [[unlikely]]
            node::stop();
        return frame->element.get();
    }

    /// Hand x to the `co_yield` where the generator waits, and return the next element.
    ///
    /// Python    g.send(x)
    /// Throws    stop_iteration when there is no next element; value_error before the first
    template <class X>
    requires(!std::is_void_v<Send> && std::convertible_to<X, Send>)
    Yield send(X&& x);

    /// Throw e at the `co_yield` where the generator waits, and return the next element.
    ///
    /// Python    g.throw(e)
    /// Accepts   a std::exception_ptr, or the object to throw
    /// Throws    e unless the body catches it; stop_iteration when there is no next element
    Yield throw_exception(std::exception_ptr e) {
        if (!e) throw value_error("throw_exception: there is no exception to throw");
        bool const exit = detail::generator_holds<generator_exit>(e);
        if (!throw_in(std::move(e), exit)) throw stop_iteration();
        return frame_->element.get();
    }
    template <class E>
    requires(!std::convertible_to<E, std::exception_ptr>)
    Yield throw_exception(E&& e) {
        return throw_exception(std::make_exception_ptr(std::forward<E>(e)));
    }

    /// End the generator: generator_exit is thrown at the `co_yield` where it waits, innermost delegate first.
    /// Nothing happens to one that is exhausted; the body of one that never started does not run.
    ///
    /// Python    g.close()
    /// Returns   nothing: what a body that caught it returned is in result()
    /// Throws    what the body throws instead; std::runtime_error when it yields once more
    void close();

    /// Whether nothing will come any more: it returned, threw, was closed or moved from.
    [[nodiscard]] bool done() const noexcept { return frame_ ? finished() : !lent_; }

    /// What the body gave to `co_return`.
    ///
    /// Python    StopIteration.value
    /// Throws    value_error as long as it has not returned, or when yield_from took the value
    std::add_lvalue_reference_t<Return> result() & { return promise_of_returned().get_result(); }
    Return result() && { return promise_of_returned().take_result(); }

    /// Internal iteration, see core/flow.hpp.
    template <class Sink>
    bool for_each_while(Sink&& sink) {
        while (advance())
            if (!sink(frame_->element.get())) return false;
        return true;
    }

private:
    friend promise_type;
    friend detail::generator_access;
    using node = detail::generator_node<Yield>;
    using link = detail::generator_link<node>;

    explicit generator(promise_type& frame) noexcept : frame_(frame) {}

    // No address of a frame leaves this function but for those in it: so that a compiler which sees the body of a
    // generator that delegates to none can keep the frame in registers.
    [[gnu::always_inline]] static bool advance(link frame) {
        if (frame->state > node::waits) [[unlikely]] {
            if (frame->state == node::delegates) return advance_leaf(frame);
            if (frame->state == node::finished) return false;
            if (frame->state == node::runs) node::refuse();
            return node::drive(frame->source->outer, frame->source->outer);
        }
        frame->state = node::runs;
        frame.resume();
        if (frame->state <= node::waits) [[likely]]
            return true;
        if (frame->state == node::finished) {
            if (frame->thrown) node::rethrow(*frame->thrown);
            return false;
        }
        if (frame->state == node::delegates) return node::drive(frame->inner->up, frame->inner->up);
        return node::drive(frame->source->outer, frame->source->outer);
    }

    [[gnu::always_inline]] static bool advance_leaf(link frame) {
        auto const leaf = frame->leaf;
        if (leaf->state != node::pulls) [[likely]] {
            frame->state = node::runs;
            leaf.resume();
            if (leaf->state <= node::waits) [[likely]] {
                frame->element.put(leaf->element);
                frame->state = node::delegates;
                return true;
            }
        }
        return node::drive(frame->inner->up, leaf);
    }

    [[gnu::always_inline]] bool advance() {
        if (!frame_) [[unlikely]] {
            if (lent_) node::refuse();
            return false;
        }
        if constexpr (!std::is_void_v<Send> && !std::default_initializable<Send>) {
            if (frame_->state != node::unstarted && frame_->state != node::finished && frame_->state != node::runs)
                throw value_error("next: this generator must be sent a value, its Send type has no default");
        }
        return advance(frame_);
    }

    bool unstarted() const noexcept { return frame_->state == node::unstarted; }
    bool finished() const noexcept { return frame_->state == node::finished; }
    bool executing() const noexcept { return frame_ ? frame_->state == node::runs : lent_; }

    [[gnu::always_inline]] void reset() noexcept {
        if (!frame_) return;
        if (frame_->state > node::pulls) [[unlikely]] {
            if (frame_->state == node::runs) std::terminate();  // by itself, or by what it calls
            node::drop(frame_->inner->up);
        }
        frame_.destroy();
        frame_ = nullptr;
    }

    bool throw_in(std::exception_ptr e, bool exit);

    /// The frame that a value would reach, if there is one.
    [[gnu::noinline]] link receiver() const noexcept {
        if (!frame_) return nullptr;
        auto const at = frame_->state == node::delegates ? frame_->leaf : frame_;
        return at->state == node::at_a_yield || at->state == node::at_a_send ? at : nullptr;
    }

    template <class Value>
    Yield send_on(Value& value);

    [[gnu::noinline]] Yield refuse_send() {
        if (!frame_ || finished() || executing()) return next();  // throws
        if (unstarted()) throw value_error("can't send non-None value to a just-started generator");
        return throw_exception(value_error("yield_from: a range cannot be sent a value"));
    }

    promise_type& promise_of_returned() {
        if (frame_ && finished()) {
            auto& frame = static_cast<promise_type&>(*frame_);
            if constexpr (std::is_void_v<Return>) {
                if (!frame.thrown) return frame;
            } else {
                if (frame.has_result()) return frame;
            }
        }
        throw value_error("generator has not returned a value");
    }

    link frame_ = nullptr;
    bool lent_ = false;  // a yield_from has taken the frame and will finish it
};

/// `co_yield yield_from(g)` yields all that g yields before the body goes on.
///
/// Python    yield from g
/// Accepts   a generator with the same Yield, and the same Send or none: sends, throws and close reach it.
///           Or any range whose elements convert to Yield
/// Returns   what g returned, moved out of it
/// Throws    into the body: what g throws; value_error when a range is sent a value
/// Lifetime  a generator that is given as an rvalue is empty from then on
struct yield_from_fn {
    template <class R>
    class [[nodiscard]] request {
        R&& from_;

    public:
        constexpr explicit request(R&& from) noexcept : from_(static_cast<R&&>(from)) {}
        request(request const&) = delete;
        request& operator=(request const&) = delete;
        constexpr std::remove_reference_t<R>& from() const noexcept { return from_; }
    };

    template <std::ranges::input_range R>
    constexpr request<R> operator()(R&& from) const noexcept {
        return request<R>(std::forward<R>(from));
    }
};

inline constexpr yield_from_fn yield_from{};

namespace detail {

template <class T>
inline constexpr bool is_generator = false;
template <class Yield, class Send, class Return>
inline constexpr bool is_generator<generator<Yield, Send, Return>> = true;

// The generator that is iterated is the root of a chain: root -> ... -> leaf, each frame delegating to the next, the
// last perhaps to a range. Each frame knows the one above it, and the root knows the leaf, so that a step costs the
// same at any depth; a chain that has begun becomes part of another by one pointer. Only the root says that the chain
// runs: nobody else can reach the frames below it, because a yield_from takes them from whoever had them.
//
// Control moves along the chain by returning to drive(), never from frame to frame: a symmetric transfer grows the
// stack where it is not a tail call (g++ -O0), and costs more than the return where it is.
//
// What an element rarely needs is out of line: each register that it asks for is saved at every step.

/// The element at which a frame waits. A small trivial one is kept, any other is pointed at where the body has it: a
/// pointer into the frame would keep the compiler from taking the frame apart.
template <class Yield>
class generator_element {
    union {
        Yield kept_;
    };

public:
    static constexpr bool keeps = true;

    generator_element() noexcept {}
    generator_element(generator_element const& that) noexcept { put(that); }
    generator_element& operator=(generator_element const&) = delete;
    void put(Yield const& x) noexcept { ::new (static_cast<void*>(std::addressof(kept_))) Yield(x); }
    void put(generator_element const& that) noexcept { put(that.kept_); }
    Yield&& get() noexcept { return static_cast<Yield&&>(kept_); }
};

template <class Yield>
requires(!std::is_trivially_copyable_v<Yield> || !std::copy_constructible<Yield> || sizeof(Yield) > 2 * sizeof(void*))
class generator_element<Yield> {
    std::add_pointer_t<Yield> at_;

public:
    static constexpr bool keeps = false;

    generator_element() noexcept {}
    void put(std::remove_reference_t<Yield>& x) noexcept { at_ = std::addressof(x); }
    void put(generator_element const& that) noexcept { at_ = that.at_; }
    Yield&& get() const noexcept { return static_cast<Yield&&>(*at_); }
};

/// A frame, by the address that its body has at hand: where its promise is follows, as all promises are aligned alike.
template <class Promise>
class generator_link {
    using handle = std::coroutine_handle<Promise>;
    void* at_;

public:
    generator_link() = default;
    generator_link(std::nullptr_t) noexcept : at_(nullptr) {}
    generator_link(Promise& promise) noexcept : at_(handle::from_promise(promise).address()) {}
    Promise& operator*() const noexcept { return handle::from_address(at_).promise(); }
    Promise* operator->() const noexcept { return std::addressof(**this); }
    explicit operator bool() const noexcept { return at_; }
    bool operator==(generator_link const&) const = default;

    void resume() const { handle::from_address(at_).resume(); }
    void destroy() const { handle::from_address(at_).destroy(); }
};

/// The range from which a frame takes its elements.
template <class Yield>
struct generator_source {
    generator_link<generator_node<Yield>> outer;
    bool (*pull)(generator_source&) noexcept;  // the next element into `outer`
};

/// What a frame shows to those who drive it.
template <class Yield>
struct alignas(__STDCPP_DEFAULT_NEW_ALIGNMENT__) generator_node {
    using link = generator_link<generator_node>;

    enum : unsigned char {
        unstarted,
        at_a_yield,
        at_a_send,  // a yield that takes a value
        waits = at_a_send,
        finished,
        pulls,      // waits for the next element of a range
        delegates,  // waits for another generator
        runs,
    } state = unstarted;
    generator_element<Yield> element;
    std::exception_ptr* thrown = nullptr;  // to be raised when it is resumed; or what ended it
    union {
        link inner;  // to whom it delegates
        generator_source<Yield>* source;
    };
    link* slot;  // what owns that
    link up;     // who delegates to it
    link leaf;   // at the root: the frame that yielded last

    generator_node() noexcept {}
    generator_node(generator_node const&) = delete;
    generator_node& operator=(generator_node const&) = delete;

    /// The frame is about to be suspended until the one that `owner` holds has finished.
    void delegate_to(link& owner) noexcept {
        slot = &owner;
        inner = owner;
        inner->up = *this;
        state = delegates;
    }

    /// Run the chain until it yields or the root finishes: `frame` did not yield just now.
    static bool drive(link root, link frame) {
        for (auto at = frame->state;; at = frame->state) {
            if (at == delegates) {
                if (frame == root) [[unlikely]]
                    root->state = runs;
                frame = frame->inner;
                if (frame->state > waits) [[unlikely]] {  // it has begun
                    if (frame->state == delegates) frame = frame->leaf;
                    if (frame->state == pulls) continue;
                }
            } else if (at == finished) {
                if (frame == root) [[unlikely]]
                    break;
                frame = frame->up;
            } else {
                if (at == pulls) [[unlikely]] {
                    root->state = runs;
                    if (!frame->source->pull(*frame->source)) {
                        frame.resume();
                        continue;
                    }
                    if (frame == root) root->state = pulls;
                }
                if (frame != root) [[likely]]
                    show(root, frame);
                return true;
            }
            frame.resume();
        }
        if (root->thrown) rethrow(*root->thrown);
        return false;
    }

    static void show(link root, link leaf) noexcept {
        root->element.put(leaf->element);
        root->leaf = leaf;
        root->state = delegates;
    }

    /// Run a frame until it yields, or finishes.
    static bool run(link frame) {
        frame->state = runs;
        frame.resume();
        return drive(frame, frame);
    }

    /// Close the frames that a root delegates to, innermost first. e is thrown into the innermost, and becomes what
    /// must be thrown into the root.
    static void close(link root, std::exception_ptr& e) {
        auto const exit = e;
        root->state = runs;
        root->leaf->thrown = &e;
        for (auto frame = root->leaf; frame != root;) {
            auto const outer = frame->up;
            close_one(frame, e, exit);
            frame->thrown = &e;  // where `outer` looks when it is resumed
            frame = outer;
        }
    }

    /// Destroy the frames that a root delegates to, innermost first, without recursion.
    [[gnu::noinline]] static void drop(link root) noexcept {
        root->state = runs;
        for (auto frame = root->leaf; frame != root;) {
            auto const dropped = std::exchange(frame, frame->up);
            *frame->slot = nullptr;
            dropped.destroy();
        }
    }

    [[noreturn]] static void stop() { throw stop_iteration(); }
    [[noreturn]] static void refuse() { throw value_error("generator already executing"); }

    /// Raise, in a body, what was thrown into it.
    [[noreturn]] static void raise(std::exception_ptr& e) { std::rethrow_exception(std::exchange(e, nullptr)); }

    /// Destroy a frame, with all that it delegates to.
    [[gnu::noinline]] static void destroy(link frame) noexcept {
        if (frame->state == delegates) drop(frame);
        frame.destroy();
    }

    /// Destroy a frame and raise what ended it.
    [[noreturn, gnu::noinline]] static void fail(link frame) {
        struct end {
            link frame;
            ~end() { destroy(frame); }
        } const at_the_end{frame};
        rethrow(*std::exchange(frame->thrown, nullptr));
    }

    /// Raise what ended a body, outside of it (PEP 479).
    [[noreturn]] static void rethrow(std::exception_ptr& e) {
        try {
            raise(e);
        } catch (stop_iteration const&) {
            std::throw_with_nested(std::runtime_error("generator raised StopIteration"));
        }
    }

private:
    static void close_one(link frame, std::exception_ptr& e, std::exception_ptr const& exit) {
        try {
            bool const yielded = run(frame);
            e = yielded ? std::make_exception_ptr(std::runtime_error("generator ignored GeneratorExit")) : exit;
        } catch (generator_exit const&) {
            e = exit;
        } catch (...) {
            e = std::current_exception();
        }
    }
};

/// Keep the exception that is being handled for the driver, which takes it before anything else happens on this
/// thread. Not in the frame, whose address would have to be given away for it.
[[gnu::noinline]] inline std::exception_ptr* generator_failure() noexcept {
    static_assert(sizeof(std::exception_ptr) % alignof(std::exception_ptr) == 0);
    alignas(std::exception_ptr) static constinit thread_local std::byte kept[sizeof(std::exception_ptr)]{};
    return ::new (static_cast<void*>(kept)) std::exception_ptr(std::current_exception());
}

struct generator_access {
    template <class G>
    static bool throw_in(G& g, std::exception_ptr e) {
        return g.throw_in(std::move(e), false);
    }

    /// The frame of g for a yield_from, or null when g is exhausted.
    template <class G>
    static auto take(G& g) {
        if (!g.frame_ || g.frame_->state > G::node::waits) [[unlikely]]
            if (is_exhausted(g)) return typename G::link(nullptr);
        return std::exchange(g.frame_, nullptr);
    }

    template <class Yield, class Send, class Return>
    static Return result_of(generator<Yield, Send, Return>& g) {
        if constexpr (!std::is_void_v<Return>) return std::move(g).result();
    }

    template <class G>
    static void lend(G& g, bool lent) noexcept {
        g.lent_ = lent;
    }

private:
    template <class G>
    [[gnu::noinline]] static bool is_exhausted(G const& g) {
        if (g.executing()) G::node::refuse();
        return !g.frame_ || g.finished();
    }
};

// ---------------------------------------------------------------- what co_yield waits on

/// What a `co_yield yield_from` waits on that has no value.
template <class Yield>
struct generator_delegating : generator_node<Yield> {
    using node = generator_node<Yield>;

    bool await_ready() const noexcept { return !this->inner; }
    static constexpr void await_suspend(std::coroutine_handle<>) noexcept {}
    void await_resume() {
        auto const ended = this->inner;
        if (!ended) return;
        if (ended->thrown) [[unlikely]]
            node::fail(ended);
        ended.destroy();
    }
};

/// What send() gives to a frame; of next(), that is Send{}. A small trivial value is kept, any other is pointed at.
template <class Send>
class generator_sent {
    std::add_pointer_t<Send> at_ = nullptr;

public:
    void put(std::remove_reference_t<Send>& x) noexcept { at_ = std::addressof(x); }
    Send take() {
        if (auto const x = std::exchange(at_, nullptr)) return static_cast<Send&&>(*x);
        if constexpr (std::default_initializable<Send>)
            return Send{};
        else
            std::terminate();  // next() refuses such a generator
    }
};

template <class Send>
requires(std::is_trivially_copyable_v<Send> && std::is_nothrow_default_constructible_v<Send> &&
         std::assignable_from<Send&, Send> && sizeof(Send) <= 2 * sizeof(void*))
class generator_sent<Send> {
    Send kept_{};

public:
    void put(Send const& x) noexcept { kept_ = x; }
    Send take() noexcept { return std::exchange(kept_, Send{}); }
};

template <>
class generator_sent<void> {
public:
    void take() const noexcept {}
};

/// What co_yield waits on is the promise itself.
template <class Yield, class Send>
struct generator_yielded : generator_delegating<Yield> {
    using node = generator_node<Yield>;
    [[no_unique_address]] generator_sent<Send> sent;

    template <class X>
    void put(X& x) noexcept {
        this->element.put(x);
        this->state = std::is_void_v<Send> ? node::at_a_yield : node::at_a_send;
    }

    static constexpr bool await_ready() noexcept { return false; }
    static constexpr void await_suspend(std::coroutine_handle<>) noexcept {}
    Send await_resume() {
        if (this->thrown) [[unlikely]]
            this->raise(*std::exchange(this->thrown, nullptr));
        return sent.take();
    }
};

#if defined(__clang__)
// By reference: a pointer to the promise, kept in the frame, would keep the compiler from taking the frame apart.
template <class Yield, class Send>
using generator_yielding = generator_yielded<Yield, Send>&;

template <class Yield, class Send, class X>
generator_yielding<Yield, Send> generator_yield(generator_yielded<Yield, Send>& frame, X& x) noexcept {
    frame.put(x);
    return frame;
}
#else
// g++ 12 copies an awaiter that it gets by reference. And of two co_yield in one expression, which there can be where
// they have a value, it makes both awaiters before it waits for the first: the element is shown when it is its turn.
template <class Yield, class Send>
struct generator_yielding {
    generator_link<generator_yielded<Yield, Send>> frame;
    generator_element<Yield> element;

    template <class X>
    generator_yielding(generator_yielded<Yield, Send>& f, X& x) noexcept : frame(f) {
        element.put(x);
    }
    static constexpr bool await_ready() noexcept { return false; }
    void await_suspend(std::coroutine_handle<>) noexcept { frame->put(element); }
    Send await_resume() { return frame->await_resume(); }
};

template <class Yield>
struct generator_yielding<Yield, void> {
    generator_link<generator_yielded<Yield, void>> frame;

    template <class X>
    generator_yielding(generator_yielded<Yield, void>& f, X& x) noexcept : frame(f) {
        f.put(x);
    }
    static constexpr bool await_ready() noexcept { return false; }
    static constexpr void await_suspend(std::coroutine_handle<>) noexcept {}
    void await_resume() { frame->await_resume(); }
};

template <class Yield, class Send, class X>
generator_yielding<Yield, Send> generator_yield(generator_yielded<Yield, Send>& frame, X& x) noexcept {
    return {frame, x};
}
#endif

/// A yielded lvalue of a generator that passes its elements on as T&&: the receiver may move from the copy.
template <class T, class Send>
struct generator_yielded_copy {
    generator_link<generator_yielded<T, Send>> frame;
    T copy;

    static constexpr bool await_ready() noexcept { return false; }
    void await_suspend(std::coroutine_handle<>) noexcept { frame->put(copy); }
    Send await_resume() { return frame->await_resume(); }
};

/// A generator that is not given away is "already executing" while it is delegated to.
template <class G>
class generator_loan {
    G* g_ = nullptr;

public:
    generator_loan() noexcept = default;
    generator_loan(generator_loan const&) = delete;
    generator_loan& operator=(generator_loan const&) = delete;
    ~generator_loan() {
        if (g_) generator_access::lend(*g_, false);
    }
    void begin(G& g) noexcept {
        generator_access::lend(g, true);
        g_ = &g;
    }
};

/// One that is given away is nobody else's business.
template <class G>
struct generator_gift {
    static constexpr void begin(G&) noexcept {}
};

/// Waits for a generator. Of two in one expression, g++ 12 may make both before it waits for the first, and may wait for
/// both before it asks the first for its value: nothing happens until it is their turn, and each keeps its own.
template <class Yield, class Send, class Return, class Loan>
class generator_delegation {
    using node = generator_node<Yield>;
    using G = generator<Yield, Send, Return>;

    G& from_;
    generator_link<node> inner_ = nullptr;
    [[no_unique_address]] Loan loan_;

public:
    explicit generator_delegation(G& from) noexcept : from_(from) {}
    generator_delegation(generator_delegation const&) = delete;
    generator_delegation& operator=(generator_delegation const&) = delete;
    ~generator_delegation() {
        if (inner_) inner_.destroy();  // it has finished; one that has not was dropped before
    }

    bool await_ready() {
        inner_ = generator_access::take(from_);
        if (!inner_) return true;
        loan_.begin(from_);
        return false;
    }
    template <class Promise>
    void await_suspend(std::coroutine_handle<Promise> self) noexcept {
        self.promise().node::delegate_to(inner_);
    }
    Return await_resume() {
        if (!inner_) return generator_access::result_of(from_);
        if (inner_->thrown) [[unlikely]]
            node::fail(std::exchange(inner_, nullptr));
        if constexpr (!std::is_void_v<Return>) return static_cast<typename G::promise_type&>(*inner_).take_result();
    }
};

template <class Yield, std::ranges::input_range R>
class generator_range_delegate : generator_source<Yield> {
    using node = generator_node<Yield>;
    using generator_source<Yield>::outer;
    using from = std::ranges::range_reference_t<R>;
    // Pointed at if it is an lvalue of the type that a reference Yield wants; else made from it, and kept here.
    static constexpr bool as_it_is = std::is_lvalue_reference_v<from> && std::is_lvalue_reference_v<Yield> &&
                                     std::convertible_to<std::add_pointer_t<from>, std::add_pointer_t<Yield>>;
    static constexpr bool made = !as_it_is && !generator_element<Yield>::keeps;
    using copy = std::conditional_t<made, std::optional<std::remove_cvref_t<Yield>>, std::nullopt_t>;

    std::ranges::iterator_t<R> it_;
    [[no_unique_address]] std::ranges::sentinel_t<R> last_;
    [[no_unique_address]] copy copy_ = std::nullopt;
    bool begun_ = false;

public:
    generator_range_delegate(node& frame, R& range)
        : generator_source<Yield>{frame, nullptr}, it_(std::ranges::begin(range)), last_(std::ranges::end(range)) {}
    generator_range_delegate(generator_range_delegate const&) = delete;
    generator_range_delegate& operator=(generator_range_delegate const&) = delete;
    ~generator_range_delegate() = default;

    static constexpr bool await_ready() noexcept { return false; }
    void await_suspend(std::coroutine_handle<>) noexcept {
        this->pull = [](generator_source<Yield>& source) noexcept {
            return static_cast<generator_range_delegate&>(source).next();
        };
        outer->source = this;
        outer->state = node::pulls;
    }
    void await_resume() {
        if (outer->thrown) [[unlikely]]
            node::raise(*std::exchange(outer->thrown, nullptr));
    }

private:
    bool next() noexcept {
        try {
            if (begun_)
                ++it_;
            else
                begun_ = true;
            if (it_ == last_) return false;
            if constexpr (made)
                outer->element.put(copy_.emplace(*it_));
            else
                outer->element.put(*it_);
            return true;
        } catch (...) {
            outer->thrown = generator_failure();
            return false;
        }
    }
};

// ---------------------------------------------------------------- where frames live

// Free frames of this thread, by size. Constant-initialised and trivially destructible, so that reaching it costs
// no guard; whoever releases the first frame arranges for its end.
class generator_frames {
    struct frame {
        frame* next;
    };
    struct list {
        frame* first;
        std::size_t count;
    };
    static constexpr std::size_t grain = 64;  // bytes
    static constexpr std::size_t sizes = 16;  // lists: frames of up to 1 KiB are kept
    static constexpr std::size_t limit = 64;  // frames a list: at most half a MiB altogether

    list lists_[sizes]{};
    std::size_t limit_ = 0;  // 0 before the first frame is released, and again when the thread ends
    bool closed_ = false;

public:
    static generator_frames& of_this_thread() noexcept;

    void* take(std::size_t bytes) {
        auto const size = (bytes - 1) / grain;
        if (size >= sizes) return ::operator new(bytes);
        auto& free = lists_[size];
        if (!free.first) [[unlikely]]
            return make((size + 1) * grain);
        --free.count;
        return std::exchange(free.first, free.first->next);
    }

    void give(void* memory, std::size_t bytes) noexcept {
        auto const size = (bytes - 1) / grain;
        if (size >= sizes) return ::operator delete(memory);
        auto& free = lists_[size];
        if (free.count >= limit_) [[unlikely]]
            return give_one_more(memory, free);
        put(memory, free);
    }

    std::size_t kept() const noexcept {
        std::size_t sum = 0;
        for (auto const& free : lists_) sum += free.count;
        return sum;
    }

private:
    static void put(void* memory, list& free) noexcept {
        free.first = ::new (memory) frame{free.first};
        ++free.count;
    }

    [[gnu::noinline, gnu::cold]] static void* make(std::size_t bytes) { return ::operator new(bytes); }

    [[gnu::noinline]] void give_one_more(void* memory, list& free) noexcept {
        if (limit_ || closed_ || recycles_nothing) return ::operator delete(memory);
        struct at_thread_exit {
            ~at_thread_exit() { of_this_thread().close(); }
        };
        static thread_local at_thread_exit end;
        static_cast<void>(end);
        limit_ = limit;
        put(memory, free);
    }

    void close() noexcept {
        limit_ = 0;
        closed_ = true;
        for (auto& free : lists_) {
            for (; free.first; --free.count) ::operator delete(std::exchange(free.first, free.first->next));
        }
    }

    // Under AddressSanitizer every frame is malloc's, so that a use after its end is seen.
#if defined(__SANITIZE_ADDRESS__)
    static constexpr bool recycles_nothing = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
    static constexpr bool recycles_nothing = true;
#else
    static constexpr bool recycles_nothing = false;
#endif
#else
    static constexpr bool recycles_nothing = false;
#endif
};

inline constinit thread_local generator_frames generator_frames_of_thread{};

inline generator_frames& generator_frames::of_this_thread() noexcept { return generator_frames_of_thread; }

// ---------------------------------------------------------------- the frame

template <class Return>
class generator_result {
    using kept = std::conditional_t<std::is_reference_v<Return>, std::add_pointer_t<Return>, Return>;
    std::optional<kept> result_;
    static_assert(alignof(kept) <= __STDCPP_DEFAULT_NEW_ALIGNMENT__, "generator: Return must not be over-aligned");

public:
    template <std::convertible_to<Return> R = Return>
    void return_value(R&& result) {
        if constexpr (std::is_reference_v<Return>) {
            Return ref = std::forward<R>(result);
            result_.emplace(std::addressof(ref));
        } else {
            result_.emplace(std::forward<R>(result));
        }
    }
    bool has_result() const noexcept { return result_.has_value(); }
    auto& get_result() noexcept {
        if constexpr (std::is_reference_v<Return>)
            return **result_;
        else
            return *result_;
    }
    Return take_result() {
        if constexpr (std::is_reference_v<Return>) {
            return static_cast<Return>(**std::exchange(result_, std::nullopt));
        } else {
            Return taken = std::move(*result_);
            result_.reset();
            return taken;
        }
    }
};

template <>
class generator_result<void> {
public:
    void return_void() const noexcept {}
    void get_result() const noexcept {}
    void take_result() const noexcept {}
};

struct generator_end {
    static constexpr bool await_ready() noexcept { return false; }
    template <class Promise>
    static void await_suspend(std::coroutine_handle<Promise> self) noexcept {
        self.promise().state = Promise::finished;
    }
    static constexpr void await_resume() noexcept {}
};

template <class Yield, class Send, class Return>
struct generator_promise : generator_yielded<Yield, Send>, generator_result<Return> {
    using owner = generator<Yield, Send, Return>;
    using reference = typename owner::reference;

    generator_promise() noexcept {}  // user-provided: g++ zeroes the promise otherwise

    owner get_return_object() noexcept { return owner(*this); }
    static constexpr std::suspend_always initial_suspend() noexcept { return {}; }
    static constexpr generator_end final_suspend() noexcept { return {}; }
    void unhandled_exception() noexcept { this->thrown = generator_failure(); }

    generator_yielding<Yield, Send> yield_value(reference x) noexcept { return generator_yield<Yield, Send>(*this, x); }
    generator_yielding<Yield, Send> yield_value(Yield const& x) noexcept
    requires(generator_element<Yield>::keeps)
    {
        return generator_yield<Yield, Send>(*this, x);
    }
    generator_yielded_copy<Yield, Send> yield_value(std::remove_reference_t<Yield> const& x)
    requires(!std::is_reference_v<Yield> && !generator_element<Yield>::keeps && std::copy_constructible<Yield>)
    {
        return {*this, x};
    }

    template <class R>
    decltype(auto) yield_value(yield_from_fn::request<R>&& request) {
        if constexpr (is_generator<std::remove_cvref_t<R>>) {
            return delegation<std::is_lvalue_reference_v<R>>(request.from());
        } else {
            static_assert(std::convertible_to<std::ranges::range_reference_t<R>, reference> ||
                              std::convertible_to<std::ranges::range_reference_t<R>, std::remove_cvref_t<Yield>>,
                          "yield_from: the elements of the range must convert to the Yield of the generator");
            return generator_range_delegate<Yield, std::remove_reference_t<R>>(*this, request.from());
        }
    }

    void await_transform(auto&&) = delete;  // a generator yields; there is nothing it could co_await

    static void* operator new(std::size_t size) { return generator_frames_of_thread.take(size); }
    static void operator delete(void* frame, std::size_t size) noexcept {
        generator_frames_of_thread.give(frame, size);
    }

private:
    template <bool Lent, class Yield2, class Send2, class Return2>
    decltype(auto) delegation(generator<Yield2, Send2, Return2>& g) {
        static_assert(std::same_as<Yield, Yield2>, "yield_from: both generators must have the same Yield");
        static_assert(std::is_void_v<Send2> || std::same_as<Send, Send2>,
                      "yield_from: the inner generator must have the same Send as the outer, or none");
        using inner_generator = generator<Yield2, Send2, Return2>;
        using loan = std::conditional_t<Lent, generator_loan<inner_generator>, generator_gift<inner_generator>>;
#if defined(__clang__)
        if constexpr (!Lent && std::is_void_v<Return2>) {
            this->inner = generator_access::take(g);
            if (this->inner) this->generator_node<Yield>::delegate_to(this->inner);
            return static_cast<generator_delegating<Yield>&>(*this);
        } else
#endif
            return generator_delegation<Yield2, Send2, Return2, loan>(g);
    }
};

/// The same for a generator that is called with an allocator. The allocator follows the frame.
template <class G, class Alloc>
class generator_promise_in : public G::promise_type {
    struct alignas(__STDCPP_DEFAULT_NEW_ALIGNMENT__) unit {
        std::byte bytes[__STDCPP_DEFAULT_NEW_ALIGNMENT__];
    };
    using allocator = typename std::allocator_traits<Alloc>::template rebind_alloc<unit>;
    using traits = std::allocator_traits<allocator>;
    static_assert(std::is_pointer_v<typename traits::pointer>, "generator: the allocator must give plain pointers");

    static constexpr std::size_t up(std::size_t size, std::size_t alignment) noexcept {
        return (size + alignment - 1) / alignment * alignment;
    }
    static constexpr std::size_t allocator_at(std::size_t size) noexcept { return up(size, alignof(allocator)); }
    static constexpr std::size_t units(std::size_t size) noexcept {
        return up(allocator_at(size) + sizeof(allocator), sizeof(unit)) / sizeof(unit);
    }

    [[gnu::noinline]] static void* take(std::size_t size, Alloc const& alloc) {
        allocator mine(alloc);
        auto* const frame = reinterpret_cast<std::byte*>(traits::allocate(mine, units(size)));
        ::new (frame + allocator_at(size)) allocator(std::move(mine));
        return frame;
    }

public:
    // g++ takes a template for a stranger to the operator delete (-Wmismatched-new-delete), hence the attributes.
    template <class... Args>
    [[gnu::always_inline]] static void* operator new(std::size_t size, std::allocator_arg_t, Alloc const& alloc,
                                                     Args const&...) {
        return take(size, alloc);
    }

    template <class This, class... Args>
    [[gnu::always_inline]] static void* operator new(std::size_t size, This const&, std::allocator_arg_t,
                                                     Alloc const& alloc, Args const&...) {
        return take(size, alloc);
    }

    static void operator delete(void* frame, std::size_t size) noexcept {
        auto* const kept =
            std::launder(reinterpret_cast<allocator*>(static_cast<std::byte*>(frame) + allocator_at(size)));
        allocator mine(std::move(*kept));
        kept->~allocator();
        traits::deallocate(mine, static_cast<unit*>(frame), units(size));
    }
};

}  // namespace detail

template <class Yield, class Send, class Return>
class generator<Yield, Send, Return>::iterator {
    link frame_ = nullptr;

    friend generator;
    explicit iterator(link frame) noexcept : frame_(frame) {}

public:
    using iterator_concept = std::input_iterator_tag;
    using value_type = generator::value_type;
    using difference_type = std::ptrdiff_t;

    iterator() = default;
    iterator(iterator&&) = default;
    iterator& operator=(iterator&&) = default;

    reference operator*() const noexcept { return frame_->element.get(); }
    [[gnu::always_inline]] iterator& operator++() {
        advance(frame_);
        return *this;
    }
    void operator++(int) { ++*this; }

    friend bool operator==(iterator const& it, std::default_sentinel_t) noexcept {
        return !it.frame_ || it.frame_->state == node::finished;
    }
};

template <class Yield, class Send, class Return>
template <class X>
requires(!std::is_void_v<Send> && std::convertible_to<X, Send>)
inline Yield generator<Yield, Send, Return>::send(X&& x) {
    auto const frame = frame_;
    if (!frame || frame->state != node::at_a_send) [[unlikely]] {
        if (!receiver()) return refuse_send();
        Send value = std::forward<X>(x);
        return send_on(value);
    }
    Send value = std::forward<X>(x);
    if (frame->state != node::at_a_send) [[unlikely]]
        return send_on(value);  // making the value went through this generator
    static_cast<promise_type&>(*frame).sent.put(value);
    if (!advance(frame)) [[unlikely]]
        node::stop();
    return frame->element.get();
}

/// Send to whoever the chain ends in.
template <class Yield, class Send, class Return>
template <class Value>
[[gnu::noinline]] Yield generator<Yield, Send, Return>::send_on(Value& value) {
    auto const at = receiver();
    if (!at) return next();
    if (at->state == node::at_a_send) static_cast<detail::generator_yielded<Yield, Send>&>(*at).sent.put(value);
    auto const frame = frame_;
    if (!advance(frame)) node::stop();
    return frame->element.get();
}

template <class Yield, class Send, class Return>
void generator<Yield, Send, Return>::close() {
    if (!lent_ && (!frame_ || finished())) return;
    if (frame_ && unstarted()) return reset();
    try {
        if (!throw_in(std::make_exception_ptr(generator_exit{}), true)) return;
    } catch (generator_exit const&) {
        return;
    }
    throw std::runtime_error("generator ignored GeneratorExit");
}

template <class Yield, class Send, class Return>
bool generator<Yield, Send, Return>::throw_in(std::exception_ptr e, bool exit) {
    if (executing()) node::refuse();
    if (frame_ && unstarted()) reset();
    if (!frame_ || finished()) std::rethrow_exception(std::move(e));
    bool const whole = frame_->state != node::delegates;
    if (whole || exit) {
        if (whole)
            frame_->thrown = &e;
        else
            node::close(frame_, e);
        return node::run(frame_);
    }
    auto const leaf = frame_->leaf;
    leaf->thrown = &e;
    frame_->state = node::runs;
    leaf.resume();
    return node::drive(frame_, leaf);
}

}  // namespace regius

template <class Yield, class Send, class Return>
inline constexpr bool std::ranges::enable_view<regius::generator<Yield, Send, Return>> = true;

template <class Yield, class Send, class Return, class Tag, class Alloc, class... Args>
requires std::same_as<std::remove_cvref_t<Tag>, std::allocator_arg_t>
struct std::coroutine_traits<regius::generator<Yield, Send, Return>, Tag, Alloc, Args...> {
    using promise_type =
        regius::detail::generator_promise_in<regius::generator<Yield, Send, Return>, std::remove_cvref_t<Alloc>>;
};
template <class Yield, class Send, class Return, class This, class Tag, class Alloc, class... Args>
requires std::same_as<std::remove_cvref_t<Tag>, std::allocator_arg_t>
struct std::coroutine_traits<regius::generator<Yield, Send, Return>, This, Tag, Alloc, Args...>
    : std::coroutine_traits<regius::generator<Yield, Send, Return>, Tag, Alloc, Args...> {};

#endif  // REGIUS_BUILTINS_GENERATOR_HPP
