#include "ingest/decode.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <optional>

#include "base/utf8.h"

namespace counterclaim {

namespace {

constexpr std::size_t kLongestPiece = 1024;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::int32_t kSureEnough = 50;

// Collects text with its offsets; starts a piece where the file stops to run in
// step, at every line and every kLongestPiece bytes.
class TextBuilder {
 public:
  explicit TextBuilder(Decoded* out) : out_(out) {}

  void Add(std::string_view point, std::uint64_t raw, std::uint64_t raw_size, Step step) {
    Decoded& out = *out_;
    const bool fresh = out.offsets.empty() || step == Step::kWhole || step != step_ ||
                       raw != next_raw_ || line_start_ ||
                       out.text.size() - out.offsets.back().text >= kLongestPiece;
    if (fresh) {
      out.offsets.push_back(
          {raw, static_cast<std::uint32_t>(out.text.size()), line_, column_, step});
    }
    step_ = step;
    line_start_ = false;
    next_raw_ = raw + raw_size;
    ++column_;
    out.text += point;
  }

  // Valid UTF-8 without line ends.
  void AddRun(std::string_view run, std::uint64_t raw) {
    while (!run.empty()) {
      std::size_t size = std::min(run.size(), kLongestPiece);
      while (size < run.size() && (static_cast<unsigned char>(run[size]) & 0xC0) == 0x80) --size;
      out_->offsets.push_back(
          {raw, static_cast<std::uint32_t>(out_->text.size()), line_, column_, Step::kSame});
      out_->text += run.substr(0, size);
      column_ += static_cast<std::uint32_t>(CodePoints(run.substr(0, size)));
      run.remove_prefix(size);
      raw += size;
    }
    step_ = Step::kWhole;
    line_start_ = false;
  }

  void AddLineEnd(std::uint64_t raw) {
    if (line_start_ || out_->offsets.empty() || out_->offsets.back().step == Step::kWhole) {
      out_->offsets.push_back(
          {raw, static_cast<std::uint32_t>(out_->text.size()), line_, column_, Step::kSame});
    }
    out_->text += '\n';
    ++line_;
    column_ = 1;
    line_start_ = true;
  }

 private:
  Decoded* out_;
  Step step_ = Step::kWhole;
  bool line_start_ = true;
  std::uint64_t next_raw_ = 0;
  std::uint32_t line_ = 1, column_ = 1;
};

Diagnostic Problem(const std::string& code, const std::string& path, const std::string& message,
                   const std::string& hint) {
  Diagnostic problem;
  problem.code = code;
  problem.at.file = path;
  problem.message = message;
  problem.hint = hint;
  return problem;
}

// A run of the file that holds no line end; bad bytes are replaced one by one.
void AddRepaired(std::string_view run, std::uint64_t raw, TextBuilder* builder) {
  while (!run.empty()) {
    const std::size_t good = FirstBadByte(run);
    builder->AddRun(run.substr(0, good), raw);
    raw += good;
    run.remove_prefix(good);
    if (run.empty()) return;
    builder->Add(kReplacement, raw++, 1, Step::kWhole);
    run.remove_prefix(1);
  }
}

Decoded DecodeUtf8(std::string_view bytes, std::size_t begin, bool valid) {
  Decoded out;
  out.text.reserve(bytes.size());
  TextBuilder builder(&out);
  const bool carriage = std::memchr(bytes.data(), '\r', bytes.size()) != nullptr;
  for (std::size_t at = begin; at < bytes.size();) {
    std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    if (carriage) end = std::min(bytes.substr(0, end).find('\r', at), end);
    const std::string_view run = bytes.substr(at, end - at);
    if (valid)
      builder.AddRun(run, at);
    else
      AddRepaired(run, at, &builder);
    if (end == bytes.size()) break;
    builder.AddLineEnd(end);
    at = end + (bytes.substr(end, 2) == "\r\n" ? 2 : 1);
  }
  return out;
}

struct Repairs {
  std::size_t bad = 0, multibyte = 0, first = 0;
};

Repairs CountBad(std::string_view bytes) {
  Repairs repairs;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t good = FirstBadByte(bytes.substr(at));
    repairs.multibyte += good - CodePoints(bytes.substr(at, good));
    at += good;
    if (at == bytes.size()) break;
    if (repairs.bad++ == 0) repairs.first = at;
    ++at;
  }
  return repairs;
}

// Few against the length of the text or against what reads well as UTF-8.
bool Sparse(const Repairs& repairs, std::size_t size) {
  return repairs.bad == 1 || repairs.bad <= size / 1000 || repairs.bad <= repairs.multibyte / 20;
}

// Text of letters below U+0100 with zero bytes on one side only.
std::optional<std::string> Utf16ByParity(std::string_view bytes) {
  const std::size_t size = std::min<std::size_t>(bytes.size(), 1 << 16) & ~std::size_t{1};
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < size; ++i) zeros[i & 1] += bytes[i] == '\0';
  const std::size_t enough = std::max<std::size_t>(1, size / 50);
  if (bytes.size() % 2 != 0) return std::nullopt;
  if (zeros[1] >= enough && zeros[0] == 0) return "UTF-16LE";
  if (zeros[0] >= enough && zeros[1] == 0) return "UTF-16BE";
  return std::nullopt;
}

std::optional<std::string> Detect(std::string_view bytes) {
  constexpr std::size_t kSample = 1 << 16;
  UErrorCode code = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, void (*)(UCharsetDetector*)> detector(ucsdet_open(&code),
                                                                                ucsdet_close);
  const auto size = static_cast<std::int32_t>(std::min(bytes.size(), kSample));
  ucsdet_setText(detector.get(), bytes.data(), size, &code);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &code);
  if (U_FAILURE(code) || match == nullptr || ucsdet_getConfidence(match, &code) < kSureEnough)
    return std::nullopt;
  const char* name = ucsdet_getName(match, &code);
  if (U_FAILURE(code) || std::string_view(name) == "UTF-8") return std::nullopt;
  return name;
}

void AddPoint(UChar32 point, std::uint64_t raw, std::uint64_t raw_size, TextBuilder* builder) {
  char utf8[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(utf8, length, point);
  const Step step = raw_size == 1 ? Step::kOneByte : raw_size == 2 ? Step::kTwoBytes : Step::kWhole;
  builder->Add({utf8, static_cast<std::size_t>(length)}, raw, raw_size, step);
}

// Everything that ICU can read, with the source offset of every code unit.
Result<Decoded> Convert(const std::string& path, std::string_view bytes, std::size_t mark,
                        const std::string& name) {
  UErrorCode code = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(ucnv_open(name.c_str(), &code),
                                                                     ucnv_close);
  if (U_FAILURE(code))
    return Problem("I002", path, "the encoding " + name + " cannot be read",
                   "save the article as UTF-8");
  Decoded out;
  TextBuilder builder(&out);
  std::vector<UChar> units(1 << 14);
  std::vector<std::int32_t> from(units.size());
  std::u16string all;
  std::vector<std::uint32_t> raws;
  const char* source = bytes.data() + mark;
  const char* end = bytes.data() + bytes.size();
  do {
    const auto base = static_cast<std::uint64_t>(source - bytes.data());
    UChar* target = units.data();
    code = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, end, from.data(),
                   true, &code);
    for (const UChar* unit = units.data(); unit < target; ++unit) {
      const std::int32_t offset = from[static_cast<std::size_t>(unit - units.data())];
      all += static_cast<char16_t>(*unit);
      raws.push_back(
          static_cast<std::uint32_t>(base + static_cast<std::uint64_t>(std::max(offset, 0))));
    }
  } while (code == U_BUFFER_OVERFLOW_ERROR);
  for (std::size_t i = 0; i < all.size();) {
    UChar32 point = all[i];
    std::size_t next = i + 1;
    if (U16_IS_LEAD(point) && next < all.size() && U16_IS_TRAIL(all[next])) {
      point = U16_GET_SUPPLEMENTARY(point, all[next++]);
    }
    if (U_IS_SURROGATE(point)) point = 0xFFFD;
    const std::uint64_t raw = raws[i];
    const std::uint64_t after = next < all.size() ? raws[next] : bytes.size();
    if (point == 0) {
      return Problem("I005", path, "byte " + std::to_string(raw) + " is NUL: this is no text",
                     "save the article as plain text");
    }
    if (point == '\r' && next < all.size() && all[next] == '\n') ++next;
    if (point == '\r' || point == '\n')
      builder.AddLineEnd(raw);
    else if (point != 0xFEFF || i > 0)
      AddPoint(point, raw, after - raw, &builder);
    i = next;
  }
  return out;
}

std::optional<std::pair<std::string, std::size_t>> Mark(std::string_view bytes) {
  if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4))) return {{"UTF-32LE", 4}};
  if (bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4))) return {{"UTF-32BE", 4}};
  if (bytes.starts_with("\xFF\xFE")) return {{"UTF-16LE", 2}};
  if (bytes.starts_with("\xFE\xFF")) return {{"UTF-16BE", 2}};
  return std::nullopt;
}

}  // namespace

Result<Decoded> Decode(const std::string& path, std::string_view bytes) {
  if (const auto mark = Mark(bytes)) return Convert(path, bytes, mark->second, mark->first);
  const std::size_t begin = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  const std::size_t nul = bytes.find('\0');
  if (nul != bytes.npos) {
    if (const auto name = Utf16ByParity(bytes)) return Convert(path, bytes, 0, *name);
    return Problem("I005", path, "byte " + std::to_string(nul) + " is NUL: this is no text",
                   "save the article as plain text");
  }
  if (FirstBadByte(bytes) == bytes.size()) return DecodeUtf8(bytes, begin, true);
  const Repairs repairs = CountBad(bytes);
  if (begin > 0 || Sparse(repairs, bytes.size())) {
    Decoded out = DecodeUtf8(bytes, begin, false);
    const auto line =
        static_cast<std::uint32_t>(std::count(bytes.begin(), bytes.begin() + repairs.first, '\n')) +
        1;
    Diagnostic warning =
        Problem("I002", path,
                std::to_string(repairs.bad) + (repairs.bad == 1 ? " byte is" : " bytes are") +
                    " no UTF-8 and read as U+FFFD, the first of them here",
                "");
    warning.level = DiagnosticLevel::kWarning;
    const std::size_t start = repairs.first == 0 ? 0 : bytes.rfind('\n', repairs.first - 1) + 1;
    warning.at = {
        path, line,
        static_cast<std::uint32_t>(CodePoints(bytes.substr(start, repairs.first - start))) + 1};
    out.warnings.push_back(std::move(warning));
    return out;
  }
  if (const auto name = Detect(bytes)) return Convert(path, bytes, 0, *name);
  return Problem(
      "I002", path,
      "byte " + std::to_string(repairs.first) + " is no UTF-8, and no other encoding is plain",
      "save the article as UTF-8");
}

void AppendDecoded(const Decoded& decoded, std::size_t begin, std::size_t end, std::string* text,
                   std::vector<OffsetPiece>* offsets) {
  const auto shift = static_cast<std::uint32_t>(text->size());
  const auto first = static_cast<std::uint32_t>(begin);
  if (begin >= end) return;
  OffsetPiece piece = FindOffset(decoded.offsets, decoded.text, first);
  piece.text = shift;
  offsets->push_back(piece);
  auto next =
      std::upper_bound(decoded.offsets.begin(), decoded.offsets.end(), first,
                       [](std::uint32_t at, const OffsetPiece& each) { return at < each.text; });
  for (; next != decoded.offsets.end() && next->text < end; ++next) {
    piece = *next;
    piece.text = piece.text - first + shift;
    offsets->push_back(piece);
  }
  *text += std::string_view(decoded.text).substr(begin, end - begin);
}

}  // namespace counterclaim
