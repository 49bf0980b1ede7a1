#pragma once
// Article text is written by strangers. Before it reaches a terminal or a
// Markdown page it must lose every power to command: escape sequences,
// bidirectional overrides, markup, mentions, workflow commands.
#include <string>
#include <string_view>

namespace counterclaim {

// For terminals: control and bidirectional characters as <U+202E>, line ends
// and tabs as one space.
std::string TerminalText(std::string_view text);

// For one line of Markdown (also inside a table cell). The reader sees the
// same words; nothing in it is markup, a mention, a link or a command.
std::string MarkdownText(std::string_view text);

// `text` as inline code, with a fence longer than any inside it; line ends and
// control characters as in TerminalText, pipes escaped for tables.
std::string MarkdownCode(std::string_view text);

// One word of a shell command: quoted unless it is plain.
std::string ShellWord(std::string_view text);

}  // namespace counterclaim
