#include "wasm/folder.h"

#include <dirent.h>
#include <emscripten/threading.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <nlohmann/json.hpp>
#include <vector>

namespace heddle::wasm {
namespace {

constexpr int kMaxDepth = 32;

bool IsFolder(const std::string& path) {
  struct stat info;
  return ::lstat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

std::vector<std::string> NamesIn(const std::string& folder) {
  std::vector<std::string> names;
  DIR* const listing = ::opendir(folder.c_str());
  if (listing == nullptr) return names;
  while (const dirent* entry = ::readdir(listing)) {
    const std::string name = entry->d_name;
    if (name != "." && name != "..") names.push_back(name);
  }
  ::closedir(listing);
  return names;
}

void RemoveBelow(const std::string& folder, int depth) {
  for (const std::string& name : NamesIn(folder)) {
    const std::string path = folder + "/" + name;
    if (!IsFolder(path)) {
      ::unlink(path.c_str());
    } else if (depth < kMaxDepth) {
      RemoveBelow(path, depth + 1);
      ::rmdir(path.c_str());
    }
  }
}

// Makes the folders on the way to the last component of `path`.
void MakeParents(const std::string& path) {
  for (size_t at = path.find('/', 1); at != std::string::npos; at = path.find('/', at + 1)) {
    ::mkdir(path.substr(0, at).c_str(), 0755);
  }
}

void WriteFile(const std::string& path, const std::string& text) {
  MakeParents(path);
  FILE* const file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) return;
  std::fwrite(text.data(), 1, text.size(), file);
  std::fclose(file);
}

bool ReadFile(const std::string& path, std::string* text) {
  struct stat info;
  if (::lstat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return false;
  FILE* const file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return false;
  text->resize(static_cast<size_t>(info.st_size));
  text->resize(std::fread(text->data(), 1, text->size(), file));
  std::fclose(file);
  return true;
}

using Visit = std::function<void(const std::string& name, const std::string& text)>;

void VisitFiles(const std::string& folder, const std::string& prefix, int depth,
                const Visit& visit) {
  for (const std::string& name : NamesIn(folder)) {
    const std::string path = folder + "/" + name;
    std::string text;
    if (IsFolder(path)) {
      if (depth < kMaxDepth) VisitFiles(path, prefix + name + "/", depth + 1, visit);
    } else if (ReadFile(path, &text)) {
      visit(prefix + name, text);
    }
  }
}

// Whether `text` is UTF-8: nothing of it is lost when what is not is left out.
bool IsText(const std::string& text) {
  using nlohmann::json;
  const std::string kept = json(text).dump(-1, ' ', false, json::error_handler_t::ignore);
  return json::parse(kept).get_ref<const std::string&>() == text;
}

struct Search {
  const std::string& folder;
  const Files& before;
  nlohmann::json found = nlohmann::json::object();
};

void CollectChanged(void* argument) {
  auto& search = *static_cast<Search*>(argument);
  VisitFiles(search.folder, "", 0, [&](const std::string& name, const std::string& text) {
    const auto old = search.before.find(name);
    if (old != search.before.end() && old->second == text) return;
    if (IsText(text)) search.found[name] = text;
  });
}

}  // namespace

void FillFolder(const std::string& folder, const Files& files) {
  RemoveBelow(folder, 0);
  MakeParents(folder + "/");
  for (const auto& [name, text] : files) WriteFile(folder + "/" + name, text);
  ::chdir(folder.c_str());
  ::setenv("HOME", folder.c_str(), 1);
  ::setenv("PWD", folder.c_str(), 1);
  ::setenv("USER", "user", 1);
  ::setenv("LOGNAME", "user", 1);
}

std::string ChangedFiles(const std::string& folder, const Files& before) {
  Search search{folder, before};
  // One call across instead of several for each file.
  emscripten_sync_run_in_main_runtime_thread(
      EM_FUNC_SIG_VI, reinterpret_cast<void*>(&CollectChanged), static_cast<void*>(&search));
  if (search.found.empty()) return "";
  return search.found.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace heddle::wasm
