// heddle_embed FOLDER LIST OUTPUT [LIBRARY_FILE]: writes the files named in LIST, which lie below
// FOLDER, as the C++ table of lib/embedded.h. Runs when the engine is built.
//
// The code that they compile to is in the table too. With a LIBRARY_FILE the engine is one to be
// downloaded, and code takes more room than text: only the modules that most programs load,
// themselves or through others, come with it, those of FOLDER/precompiled.txt. The engine carries
// them and the modules of FOLDER/carried.txt; all else goes into that file, and of it the engine
// carries outlines.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "bytecode/serialize.h"
#include "compiler/compiler.h"
#include "embed/outline.h"
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

bool Contains(const std::vector<std::string>& paths, const std::string& path) {
  return std::ranges::find(paths, path) != paths.end();
}

struct Library {
  std::string folder;
  std::vector<std::string> paths, precompiled;
  bool has_file = false;
  std::vector<std::string> carried;  // beside precompiled; both are for a library with a file
};

// The rest goes to `file`.
bool WriteTable(const Library& library, std::ostream& out, std::string* file) {
  out << "#include \"lib/embedded.h\"\n\nnamespace heddle::lib {\nnamespace {\n\n"
      << "using std::string_view_literals::operator\"\"sv;\n\n"
      << "constexpr EmbeddedModule kModules[] = {\n";
  for (const std::string& path : library.paths) {
    std::string source, code;
    if (!ReadFile(library.folder + "/" + path, &source)) {
      std::cerr << path << ": cannot be read\n";
      return false;
    }
    const bool is_module = path.ends_with(".py");
    const bool compiled = is_module && (!library.has_file || Contains(library.precompiled, path));
    if (compiled && !Compile(path, source, &code)) return false;
    bool is_package = false;
    const std::string name = is_module ? ModuleName(path, &is_package) : path;
    out << "    {\"" << name << "\"sv, \"" << path << "\"sv, ";
    if (!library.has_file || compiled || Contains(library.carried, path) || source.empty()) {
      if (is_module) {
        out << "R\"~~py~~(" << source << ")~~py~~\"sv,";
      } else {
        WriteLiteral(source, out);
        out << "sv,";
      }
      WriteLiteral(code, out);
      out << "sv, \"\"sv, " << (is_package ? "true" : "false") << ", 0, 0},\n";
    } else {
      std::string outline;
      if (is_module && !heddle::embed::Outline(source, &outline)) {
        std::cerr << path << ": has no outline\n";
        return false;
      }
      out << "\"\"sv, \"\"sv, R\"~~py~~(" << outline << ")~~py~~\"sv, "
          << (is_package ? "true" : "false") << ", " << file->size() << ", " << source.size()
          << "},\n";
      *file += source;
    }
  }
  const uint64_t hash = file->empty() ? 0 : heddle::base::HashBytes(*file, 0);
  out << "};\n\n}  // namespace\n\n"
      << "std::span<const EmbeddedModule> EmbeddedModules() { return kModules; }\n\n"
      << "LibraryFileIdentity LibraryFile() { return {" << file->size() << "u, " << hash
      << "u}; }\n\n}  // namespace heddle::lib\n";
  return out.good();
}

// Names that no file has are mistakes.
bool CheckNames(const Library& library, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    if (Contains(library.paths, name)) continue;
    std::cerr << name << ": named in a list, but there is no such file\n";
    return false;
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4 && argc != 5) {
    std::cerr << "heddle_embed FOLDER LIST OUTPUT [LIBRARY_FILE]\n";
    return 2;
  }
  Library library;
  library.folder = argv[1];
  library.paths = Lines(argv[2]);
  for (std::string& path : library.paths) path.erase(0, library.folder.size() + 1);
  std::ranges::sort(library.paths);
  library.precompiled = Lines(library.folder + "/precompiled.txt");
  library.carried = Lines(library.folder + "/carried.txt");
  if (!CheckNames(library, library.precompiled) || !CheckNames(library, library.carried)) return 1;
  library.has_file = argc == 5;
  std::string file;
  {
    std::ofstream out(argv[3], std::ios::binary);
    if (!WriteTable(library, out, &file)) return 1;
  }
  if (!library.has_file) return 0;
  std::ofstream out(argv[4], std::ios::binary);
  out << file;
  return out.good() ? 0 : 1;
}
