// What the builds and tests need from Debian. `a|b`: the first that the release has.
export const packages = [
  'cmake', 'ninja-build', 'ccache', 'g++', 'clang', 'libclang-rt-14-dev|libclang-rt-dev',
  'clang-format', 'clang-tidy', 'emscripten', 'node-acorn',
  'libfmt-dev', 'libcli11-dev', 'libtomlplusplus-dev', 'nlohmann-json3-dev', 'libcpp-httplib-dev',
  'libboost1.81-dev|libboost-dev', 'libpcre2-dev',
  'libgtest-dev', 'libgmock-dev', 'libbenchmark-dev',
  'chromium', 'fonts-noto-cjk', 'brotli', 'python3',
];

// The programs that stand for these packages where there is no dpkg.
export const programs =
    ['cmake', 'ninja', 'g++', 'clang++', 'clang-format', 'em++', 'chromium', 'python3'];
