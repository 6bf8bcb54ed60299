// heddle_embed FOLDER LIST OUTPUT: writes the Python files named in LIST, which lie below FOLDER,
// as the C++ table of lib/embedded.h. Runs when the engine is built.
//
// FOLDER/precompiled.txt names the modules that most programs load, themselves or through others:
// their code is in the table too. For all modules it would be a third of the page's download.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "bytecode/serialize.h"
#include "compiler/compiler.h"
#include "syntax/parser.h"

namespace {

bool ReadFile(const std::string& path, std::string* text) {
  std::ifstream file(path, std::ios::binary);
  text->assign(std::istreambuf_iterator<char>(file), {});
  return file.good();
}

std::vector<std::string> Lines(const std::string& path) {
  std::vector<std::string> lines;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

// A line of a literal holds this many bytes of code.
constexpr size_t kBytesInLine = 64;

void WriteLiteral(std::string_view bytes, std::ostream& out) {
  if (bytes.empty()) out << " \"\"";
  for (size_t at = 0; at < bytes.size(); at += kBytesInLine) {
    out << "\n    \"";
    for (const char c : bytes.substr(at, kBytesInLine)) {
      const auto byte = static_cast<uint8_t>(c);
      out << '\\' << char('0' + (byte >> 6)) << char('0' + (byte >> 3 & 7))
          << char('0' + (byte & 7));
    }
    out << '"';
  }
}

// "concurrent/futures/__init__.py" is the package "concurrent.futures".
std::string ModuleName(const std::string& path, bool* is_package) {
  std::string name = path.substr(0, path.size() - std::string_view(".py").size());
  constexpr std::string_view kPackage = "/__init__";
  *is_package = name.ends_with(kPackage);
  if (*is_package) name.resize(name.size() - kPackage.size());
  std::replace(name.begin(), name.end(), '/', '.');
  return name;
}

// Returns false, with a message, when the module does not compile.
bool Compile(const std::string& path, const std::string& source, std::string* code) {
  heddle::syntax::ParseOptions parse;
  parse.filename = path;
  const heddle::syntax::ParseResult tree = heddle::syntax::Parse(source, parse);
  const auto fail = [&](const heddle::syntax::SyntaxError& error) {
    std::cerr << path << ":" << error.line << ": " << error.message << "\n";
    return false;
  };
  if (!tree.ok()) return fail(*tree.error);
  heddle::compiler::CompileOptions compile;
  compile.filename = path;
  compile.source = source;
  const heddle::compiler::CompileResult result = heddle::compiler::Compile(tree, compile);
  if (!result.ok()) return fail(*result.error);
  *code = heddle::bytecode::Serialize(*result.code);
  return true;
}

bool WriteTable(const std::string& folder, const std::vector<std::string>& paths,
                const std::vector<std::string>& precompiled, std::ostream& out) {
  out << "#include \"lib/embedded.h\"\n\nnamespace heddle::lib {\nnamespace {\n\n"
      << "using std::string_view_literals::operator\"\"sv;\n\n"
      << "constexpr EmbeddedModule kModules[] = {\n";
  for (const std::string& path : paths) {
    std::string source, code;
    if (!ReadFile(folder + "/" + path, &source)) {
      std::cerr << path << ": cannot be read\n";
      return false;
    }
    const bool wanted = std::ranges::find(precompiled, path) != precompiled.end();
    if (wanted && !Compile(path, source, &code)) return false;
    bool is_package;
    const std::string name = ModuleName(path, &is_package);
    out << "    {\"" << name << "\"sv, \"" << path << "\"sv, R\"~~py~~(" << source
        << ")~~py~~\"sv,";
    WriteLiteral(code, out);
    out << "sv, " << (is_package ? "true" : "false") << "},\n";
  }
  out << "};\n\n}  // namespace\n\n"
      << "std::span<const EmbeddedModule> EmbeddedModules() { return kModules; }\n\n"
      << "}  // namespace heddle::lib\n";
  return out.good();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "heddle_embed FOLDER LIST OUTPUT\n";
    return 2;
  }
  const std::string folder = argv[1];
  std::vector<std::string> paths = Lines(argv[2]);
  for (std::string& path : paths) path.erase(0, folder.size() + 1);
  std::ranges::sort(paths);
  std::ofstream out(argv[3], std::ios::binary);
  return WriteTable(folder, paths, Lines(folder + "/precompiled.txt"), out) ? 0 : 1;
}
