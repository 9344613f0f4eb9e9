// SPDX-License-Identifier: MIT
#ifndef REGIUS_CORE_SHARED_HPP
#define REGIUS_CORE_SHARED_HPP

#include <atomic>
#include <utility>

namespace regius::core {

/// The count in front of an object that handles share; the last handle calls `destroy`.
struct counted {
    std::atomic<long> uses{1};
    void (*destroy)(counted*) noexcept;

    explicit counted(void (*d)(counted*) noexcept) noexcept : destroy(d) {}
};

/// A handle on any counted object, or on none: the ownership of a `shared` without its type.
class handle {
    counted* object_ = nullptr;

public:
    handle() = default;
    explicit handle(counted* object) noexcept : object_(object) {}  // takes over the first use
    handle(handle const& that) noexcept : object_(that.object_) {
        if (object_) object_->uses.fetch_add(1, std::memory_order_relaxed);
    }
    handle(handle&& that) noexcept : object_(std::exchange(that.object_, nullptr)) {}
    handle& operator=(handle that) noexcept {
        std::swap(object_, that.object_);
        return *this;
    }
    ~handle() {
        if (object_ && object_->uses.fetch_sub(1, std::memory_order_acq_rel) == 1) object_->destroy(object_);
    }

    [[nodiscard]] counted* get() const noexcept { return object_; }
};

/// A handle on a heap object that its copies share and the last one deletes; empty when default constructed.
/// What a Python name is to the object behind it, without `<memory>`, the dearest of the common headers.
///
/// Threads   handles to one object may be copied and dropped from any thread; the object guards itself
template <class T>
class shared : public handle {
    struct block : counted {
        T value;

        template <class... Args>
        explicit block(std::in_place_t, Args&&... args)
            : counted([](counted* self) noexcept { delete static_cast<block*>(self); }),
              value(std::forward<Args>(args)...) {}
    };

public:
    shared() = default;
    template <class... Args>
    explicit shared(std::in_place_t, Args&&... args) : handle(new block(std::in_place, std::forward<Args>(args)...)) {}

    explicit operator bool() const noexcept { return get() != nullptr; }
    T& operator*() const noexcept { return static_cast<block*>(get())->value; }
    T* operator->() const noexcept { return &**this; }
};

}  // namespace regius::core

#endif  // REGIUS_CORE_SHARED_HPP
