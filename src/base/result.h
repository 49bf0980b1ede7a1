#pragma once
#include <cassert>
#include <utility>
#include <variant>
#include <vector>

#include "base/diagnostic.h"

namespace counterclaim {

// A value, or every problem that kept it from being made. Problems are never
// empty when there is no value.
template <typename T>
class Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Diagnostic problem) : state_(std::vector<Diagnostic>{std::move(problem)}) {}
  Result(std::vector<Diagnostic> problems) : state_(std::move(problems)) {
    assert(!std::get<1>(state_).empty());
  }

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }
  T& value() & { return std::get<0>(state_); }
  const T& value() const& { return std::get<0>(state_); }
  T&& value() && { return std::get<0>(std::move(state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  const std::vector<Diagnostic>& problems() const { return std::get<1>(state_); }

 private:
  std::variant<T, std::vector<Diagnostic>> state_;
};

}  // namespace counterclaim
