// SPDX-License-Identifier: MIT
#ifndef REGIUS_FUNCTOOLS_RETRY_HPP
#define REGIUS_FUNCTOOLS_RETRY_HPP

#include <regius/core/clock.hpp>
#include <regius/core/decorated.hpp>
#include <regius/core/invoke.hpp>
#include <regius/core/retry_options.hpp>
#include <regius/core/shared.hpp>
#include <regius/core/signature.hpp>
#include <regius/core/smaller.hpp>
#include <regius/core/time_source.hpp>
#include <regius/core/value_error.hpp>

#include <chrono>
#include <concepts>
#include <cstdint>
#include <exception>
#include <new>
#include <optional>
#include <ranges>
#include <type_traits>
#include <utility>

#ifdef __cpp_lib_jthread
#include <condition_variable>
#include <mutex>
#endif

namespace regius {

namespace core {

/// A result that is worked out only while it is walked. Its errors come when nobody retries any more.
template <class R>
concept lazy_range = std::ranges::view<std::remove_cvref_t<R>> && !std::ranges::borrowed_range<std::remove_cvref_t<R>>;

template <class R>
concept finished_when_returned = !lazy_range<R>;

template <class Signature>
inline constexpr bool returns_lazy_range = false;
template <class R, class... Args>
inline constexpr bool returns_lazy_range<R(Args...)> = lazy_range<R>;

/// A function whose work is done when it returns, as far as it tells.
template <class F>
concept finished_when_it_returns = !has_one_signature<F> || !returns_lazy_range<signature_t<F>>;

}  // namespace core

/// Call again what failed, after a wait.
///
///     auto fetch = retry({.max_attempts = 5, .delay = 100ms, .backoff = 2.0, .jitter = jitter::full})(download);
///     auto page = fetch(url);                                     // up to 5 attempts, then the last error as it was
///
///     retry.on<timeout, refused>({.deadline = 30s})(connect)      // these errors only
///     retry({.retry_if_result = [](int status) { return status == 503; }})(get)
///     throw try_again();                                          // in f: another attempt, whatever was listed
///     retry({.max_attempts = 3}, clock, sleeper)(f)               // another clock, another way to wait
///
/// Python    @retry(stop=stop_after_attempt(5), wait=wait_exponential(...), reraise=True), of tenacity
/// Accepts   the options (retry_options), then a callable; any std::exception is retried unless `on` says which
/// Returns   the callable with its signature; rvalue arguments reach it as const lvalues, or as copies where it must
///           have rvalues, so that each attempt sees them whole
/// Cost      one branch on success; a failure costs what throwing costs; allocates when built only
/// Throws    value_error when built: max_attempts < 1, a negative time, backoff < 1; from a call, the last error, the
///           same object; what a hook throws passes through
/// Lifetime  copies of a decorated callable share the options and the hooks; a clock passed as lvalue is borrowed
/// Threads   any number may call; hooks are called from the thread that calls
/// Differs   tenacity retries for ever by default, wraps the last error in RetryError, tells `after` of failures only,
///           and fails on a refused result where retry returns the last one, as good as any; a function that is to fail
///           then throws try_again() in place of returning it
struct retry_fn {
    template <class... Time>
    requires std::constructible_from<core::time_source, Time...>
    [[nodiscard]] auto operator()(retry_options options, Time&&... clock_and_sleeper) const;

    template <class... E, class... Time>
    requires(sizeof...(E) > 0) && std::constructible_from<core::time_source, Time...>
    [[nodiscard]] auto on(retry_options options, Time&&... clock_and_sleeper) const;

    template <core::function_like F>
    requires(!std::convertible_to<F, retry_options>) && core::finished_when_it_returns<F>
    [[nodiscard]] auto operator()(F&& f) const;
};

inline constexpr retry_fn retry{};

/// A result with what it took to get it; `with_statistics(args...)` of a retried callable.
template <class R>
struct retry_result {
    std::optional<R> result;   ///< empty when every attempt failed
    std::exception_ptr error;  ///< the last error, when result is empty
    std::int64_t attempts = 0;
    std::chrono::nanoseconds elapsed{0};
    std::chrono::nanoseconds slept{0};

    /// The result, or the last error thrown.
    [[nodiscard]] R& value() & { return *checked().result; }
    [[nodiscard]] R const& value() const& { return *checked().result; }
    [[nodiscard]] R&& value() && { return *std::move(checked().result); }

private:
    retry_result& checked() {
        if (!result) std::rethrow_exception(error);
        return *this;
    }
    retry_result const& checked() const {
        if (!result) std::rethrow_exception(error);
        return *this;
    }
};

namespace detail {

/// The options with a clock, checked once and shared by every copy of what they decorate.
struct retry_plan : retry_options {
    core::time_source time;
    std::int64_t limit;
    bool timed;       // the clock must be read before the first attempt
    bool watching;    // something looks at results
    bool unattended;  // nothing is to be done for an attempt that goes well

    retry_plan(retry_options options, core::time_source source)
        : retry_options(std::move(options)), time(std::move(source)) {
        if (max_attempts.count < 0) throw value_error("retry: max_attempts must be at least 1");
        if (delay.count() < 0) throw value_error("retry: delay must not be negative");
        if (!(backoff >= 1)) throw value_error("retry: backoff must be at least 1");
        if (max_delay.count() < 0) throw value_error("retry: max_delay must not be negative");
        if (deadline.count() < 0) throw value_error("retry: deadline must not be negative");
        bool const ends = deadline.count() != core::forever || stop || can_be_stopped();
        limit = max_attempts.count != 0 ? max_attempts.count : ends ? core::forever : 3;
        timed = deadline.count() != core::forever || stop || wait || on_retry || before || after;
        watching = after || retry_if_result.ask;
        unattended = !timed && !watching && !before;
    }

#ifdef __cpp_lib_jthread
    [[nodiscard]] bool can_be_stopped() const noexcept { return stop_token.stop_possible(); }
    [[nodiscard]] bool stopped() const noexcept { return stop_token.stop_requested(); }

    void sleep(std::int64_t ns) const {
        if (ns <= 0 || !time.sleeps_really() || !can_be_stopped()) return time.sleep_ns(ns);
        std::mutex mutex;
        std::condition_variable woken;
        std::stop_callback const wake(stop_token, [&] {
            std::lock_guard const lock(mutex);
            woken.notify_all();
        });
        std::unique_lock lock(mutex);
        woken.wait_for(lock, std::chrono::nanoseconds(core::smaller(ns, core::forever / 4)), [&] { return stopped(); });
    }
#else
    [[nodiscard]] static bool can_be_stopped() noexcept { return false; }
    [[nodiscard]] static bool stopped() noexcept { return false; }
    void sleep(std::int64_t ns) const { time.sleep_ns(ns); }
#endif
};

/// splitmix64, seeded by when and where: clients must differ, and that is all that jitter asks of chance.
class retry_random {
    std::uint64_t seed_;

public:
    explicit retry_random(void const* where) noexcept
        : seed_(static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count()) ^
                static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(where))) {}

    double operator()() noexcept {
        auto z = seed_ += 0x9e3779b97f4a7c15U;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
        return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1p-53;
    }
};

// Whether the error being handled is a T.
template <class T>
[[nodiscard]] bool retry_is() {
    try {
        throw;
    } catch (T const&) {
        return true;
    } catch (...) {
        return false;
    }
}

/// Which errors are retried: asked inside the handler.
template <class... E>
struct retry_on {
    [[nodiscard]] static bool matches() { return (retry_is<E>() || ...) || retry_is<try_again>(); }
};

/// No further attempt: the error being handled goes on as it was, and out of a try_again what it was nested in.
[[noreturn]] inline void retry_give_up() {
    try {
        throw;
    } catch (try_again const& asked) {
        auto const* const nested = dynamic_cast<std::nested_exception const*>(&asked);
        if (nested && nested->nested_ptr()) nested->rethrow_nested();
        throw;
    }
}

/// One call: its state, and the decision after each failure. Nothing here depends on what is called.
class retry_run {
    retry_plan const& plan_;
    retry_state state_;
    std::int64_t start_;
    double step_;  // delay * backoff^(attempt - 1), not yet capped

public:
    retry_run(retry_plan const& plan, std::int64_t start) noexcept
        : plan_(plan), start_(start), step_(static_cast<double>(plan.delay.count())) {}
    retry_run(retry_run const&) = delete;
    retry_run& operator=(retry_run const&) = delete;

    [[nodiscard]] retry_state const& state() const noexcept { return state_; }

    void begin() {
        ++state_.attempt;
        if (plan_.before) {
            read_clock();
            plan_.before(state_);
        }
    }

    /// After an error, in its handler: waits and returns true if it is worth another attempt.
    template <class Errors>
    [[nodiscard]] bool again_after_error() {
        bool const listed = Errors::matches();
        ended(std::current_exception());
        if (!listed) return false;
        if (plan_.retry_if && !plan_.retry_if(state_.error).value_or(false) && !retry_is<try_again>()) return false;
        return wait();
    }

    /// After a result: whether it was refused, and another attempt is due.
    [[nodiscard]] bool again(bool refused) {
        ended(nullptr);
        return refused && wait();
    }

    void read_clock() { state_.elapsed = std::chrono::nanoseconds(core::add_saturated(plan_.time.now_ns(), -start_)); }

private:
    void ended(std::exception_ptr error) {
        state_.error = std::move(error);
        if (!plan_.after) return;
        read_clock();
        plan_.after(state_);
    }

    bool wait() {
        if (state_.attempt >= plan_.limit || plan_.stopped()) return false;
        if (plan_.timed) read_clock();
        auto const rest = next_delay();
        state_.delay = std::chrono::nanoseconds(rest);
        if (plan_.stop && plan_.stop(state_)) return false;
        if (plan_.deadline.count() != core::forever &&
            core::add_saturated(state_.elapsed.count(), rest) >= plan_.deadline.count())
            return false;
        if (plan_.on_retry) plan_.on_retry(state_);
        plan_.sleep(rest);
        state_.slept = std::chrono::nanoseconds(core::add_saturated(state_.slept.count(), rest));
        return !plan_.stopped();
    }

    std::int64_t next_delay() {
        auto const step = std::exchange(step_, step_ * plan_.backoff);
        if (plan_.wait_from_error && state_.error)
            if (auto const asked = plan_.wait_from_error(state_.error))
                return core::larger<std::int64_t>(asked->count(), 0);
        if (plan_.wait) {
            prepare_random();
            return core::larger<std::int64_t>(plan_.wait(state_).count(), 0);
        }
        auto const first = static_cast<double>(plan_.delay.count());
        if (first == 0) return 0;
        switch (plan_.jitter) {
            case jitter::off: return capped(step);
            case jitter::full: return capped(static_cast<double>(capped(step)) * random());
            case jitter::equal: {
                auto const half = static_cast<double>(capped(step)) / 2;
                return capped(half + half * random());
            }
            case jitter::decorrelated: {
                auto const before = core::larger(static_cast<double>(state_.delay.count()), first);
                return capped(first + (3 * before - first) * random());
            }
        }
        return 0;
    }

    std::int64_t capped(double ns) const noexcept {
        auto const most = plan_.max_delay.count();
        return ns < static_cast<double>(most) ? static_cast<std::int64_t>(ns) : most;
    }

    double random() {
        prepare_random();
        return state_.random();
    }
    void prepare_random() {
        if (!state_.random) state_.random = plan_.random ? plan_.random : core::action<double()>(retry_random(this));
    }
};

// Room for a retry_run that is made on the first failure.
class retry_run_later {
    union {
        retry_run run_;
    };
    bool made_ = false;

public:
    retry_run_later() noexcept {}
    retry_run_later(retry_run_later const&) = delete;
    retry_run_later& operator=(retry_run_later const&) = delete;
    ~retry_run_later() {
        if (made_) run_.~retry_run();
    }

    retry_run& make(retry_plan const& plan) noexcept {
        ::new (static_cast<void*>(&run_)) retry_run(plan, 0);
        made_ = true;
        return run_;
    }
    retry_run& get() noexcept { return run_; }
};

struct retry_no_result {};  // results are not looked at, or through the option alone

// What an argument becomes so that it can be passed more than once.
template <class T>
using retry_as_const = std::conditional_t<std::is_lvalue_reference_v<T>, T, std::remove_reference_t<T> const&>;
template <class T>
using retry_as_copy = std::conditional_t<std::is_lvalue_reference_v<T>, T, std::remove_cvref_t<T>>;

template <class F, class... Args>
concept retry_with_const =
    std::invocable<F&, retry_as_const<Args>...> &&
    std::same_as<std::invoke_result_t<F&, retry_as_const<Args>...>, std::invoke_result_t<F&, Args...>>;
template <class F, class... Args>
concept retry_with_copies =
    (std::constructible_from<retry_as_copy<Args>, Args&> && ...) && std::invocable<F&, retry_as_copy<Args>...>;

template <class F, class... Args>
concept callable_repeatedly =
    std::invocable<F&, Args...> && (retry_with_const<F, Args...> || retry_with_copies<F, Args...>);

template <class Errors, class Refused>
class retry_policy {
    core::shared<retry_plan> plan_;
    [[no_unique_address]] Refused refused_;

public:
    retry_policy(core::shared<retry_plan> plan, Refused refused)
        : plan_(std::move(plan)), refused_(std::move(refused)) {}

    template <class F, class... Args>
    requires callable_repeatedly<F, Args...> && core::finished_when_returned<std::invoke_result_t<F&, Args...>>
    std::invoke_result_t<F&, Args...> operator()(F&& f, Args&&... args) const {
        if (!std::same_as<Refused, retry_no_result> || !plan_->unattended) [[unlikely]]
            return attended(f, std::forward<Args>(args)...);
        retry_run_later run;  // a call that goes well at once has no use for it
        try {
            return call<F, Args...>(f, args...);
        } catch (...) {
            if (!again_after_first(run)) retry_give_up();
        }
        return attempt(run.get(), f, std::forward<Args>(args)...);
    }

    template <class F, class... Args>
    auto with_statistics(F& f, Args&&... args) const {
        using R = std::invoke_result_t<F&, Args...>;
        retry_run run(*plan_, plan_->time.now_ns());
        auto outcome =
            [&]() -> retry_result<std::conditional_t<std::is_void_v<R>, std::true_type, std::remove_cvref_t<R>>> {
            try {
                if constexpr (std::is_void_v<R>) {
                    attempt(run, f, std::forward<Args>(args)...);
                    return {.result = std::true_type{}, .error = nullptr};
                } else {
                    return {.result = attempt(run, f, std::forward<Args>(args)...), .error = nullptr};
                }
            } catch (...) {
                return {.result = std::nullopt, .error = std::current_exception()};
            }
        }();
        run.read_clock();
        outcome.attempts = run.state().attempt;
        outcome.elapsed = run.state().elapsed;
        outcome.slept = run.state().slept;
        return outcome;
    }

private:
    template <class F, class... Args>
    [[gnu::noinline]] std::invoke_result_t<F&, Args...> attended(F& f, Args&&... args) const {
        retry_run run(*plan_, plan_->timed ? plan_->time.now_ns() : 0);
        return attempt(run, f, std::forward<Args>(args)...);
    }

    [[gnu::noinline]] bool again_after_first(retry_run_later& run) const {
        auto& first = run.make(*plan_);
        first.begin();
        return first.again_after_error<Errors>();
    }

    template <class F, class... Args>
    static std::invoke_result_t<F&, Args...> call(F& f, Args&... args) {
        if constexpr (retry_with_const<F, Args...>)
            return core::invoke(f, static_cast<retry_as_const<Args>>(args)...);
        else
            return core::invoke(f, retry_as_copy<Args>(args)...);
    }

    template <class F, class... Args>
    [[gnu::noinline]] std::invoke_result_t<F&, Args...> attempt(retry_run& run, F& f, Args&&... args) const {
        using R = std::invoke_result_t<F&, Args...>;
        for (;;) {
            run.begin();
            try {
                if (!watching()) return call<F, Args...>(f, args...);
            } catch (...) {
                if (!run.again_after_error<Errors>()) retry_give_up();
                continue;
            }
            // Hooks and questions about the result run outside the try block: what they throw is no failed attempt.
            if constexpr (std::is_void_v<R>) {
                if (try_once(run, [&] {
                        call<F, Args...>(f, args...);
                        return true;
                    })) {
                    static_cast<void>(run.again(false));
                    return;
                }
            } else if constexpr (std::is_reference_v<R>) {
                if (auto const result = try_once(
                        run, [&] { return &static_cast<std::remove_reference_t<R>&>(call<F, Args...>(f, args...)); }))
                    if (!run.again(refuses(*result))) return static_cast<R>(*result);
            } else {
                static_assert(std::move_constructible<R>, "retry can look at a result only if it can be moved");
                if (auto result = try_once(run, [&] { return std::optional<R>(call<F, Args...>(f, args...)); }))
                    if (!run.again(refuses(*result))) return std::move(*result);
            }
        }
    }

    template <class Once>
    static std::invoke_result_t<Once> try_once(retry_run& run, Once once) {
        try {
            return once();
        } catch (...) {
            if (!run.again_after_error<Errors>()) retry_give_up();
            return {};
        }
    }

    bool watching() const noexcept { return !std::same_as<Refused, retry_no_result> || plan_->watching; }

    template <class R>
    bool refuses(R const& result) const {
        if constexpr (!std::same_as<Refused, retry_no_result>)
            if (core::invoke(refused_, result)) return true;
        auto const& question = plan_->retry_if_result;
        if (!question.ask) return false;
        if (question.type != &core::ask_result::name_of<std::remove_cv_t<R>>)
            throw value_error("retry: retry_if_result takes another type than the call returns");
        return question.ask(&result);
    }
};

template <class F, class Policy>
class retried : public core::decorated<F, Policy> {
public:
    using core::decorated<F, Policy>::decorated;

    /// Call with retries, and report what they came to; an error is part of the report.
    template <class... Args>
    requires std::invocable<Policy const&, F&, Args...>
    [[nodiscard]] auto with_statistics(Args&&... args) {
        return this->around().with_statistics(this->wrapped(), std::forward<Args>(args)...);
    }
    template <class... Args>
    requires std::invocable<Policy const&, F const&, Args...>
    [[nodiscard]] auto with_statistics(Args&&... args) const {
        return this->around().with_statistics(this->wrapped(), std::forward<Args>(args)...);
    }
};

template <class Errors, class Refused>
class retry_decorator {
    core::shared<retry_plan> plan_;
    [[no_unique_address]] Refused refused_;

public:
    explicit retry_decorator(core::shared<retry_plan> plan, Refused refused = {})
        : plan_(std::move(plan)), refused_(std::move(refused)) {}

    template <core::function_like F>
    requires core::finished_when_it_returns<F>
    [[nodiscard]] auto operator()(F&& f) const {
        using policy = retry_policy<Errors, Refused>;
        return retried<std::decay_t<F>, policy>(std::forward<F>(f), policy(plan_, refused_));
    }

    /// Try again as well when `refused(result)` is true; for any type of result.
    template <class Test>
    [[nodiscard]] auto retry_if_result(Test refused) const {
        return retry_decorator<Errors, Test>(plan_, std::move(refused));
    }
};

}  // namespace detail

template <class... Time>
requires std::constructible_from<core::time_source, Time...>
auto retry_fn::operator()(retry_options options, Time&&... clock_and_sleeper) const {
    return on<std::exception>(std::move(options), std::forward<Time>(clock_and_sleeper)...);
}

template <class... E, class... Time>
requires(sizeof...(E) > 0) && std::constructible_from<core::time_source, Time...>
auto retry_fn::on(retry_options options, Time&&... clock_and_sleeper) const {
    return detail::retry_decorator<detail::retry_on<E...>, detail::retry_no_result>(core::shared<detail::retry_plan>(
        std::in_place, std::move(options), core::time_source(std::forward<Time>(clock_and_sleeper)...)));
}

template <core::function_like F>
requires(!std::convertible_to<F, retry_options>) && core::finished_when_it_returns<F>
auto retry_fn::operator()(F&& f) const {
    return (*this)(retry_options{})(std::forward<F>(f));
}

}  // namespace regius

#endif  // REGIUS_FUNCTOOLS_RETRY_HPP
