/* The calls to the file system that faults.py lets fail: a library for LD_PRELOAD. Linux with glibc.

   A call counts if its path, or the path that its descriptor was opened with, lies below FAULT_ROOT and it is of
   the kind FAULT_KIND. What happens at the call number FAULT_AT is FAULT_MODE:
     error       it fails with the error number FAULT_ERRNO
     sticky      so do all later ones
     short       a read or write handles half of what is asked for
     halves      so do all later ones
     kill        the process is killed before the call
     kill-after  the process is killed after it
     torn        half is written, then the process is killed
     pause       the call waits until the file FAULT_GO is there
   The kind "change" stands for all calls that change something. Paths that hold FAULT_SKIP do not count. FAULT_EXCHANGE is an error number that every
   exchange of two paths gives. FAULT_LOG gets a line for each fault, and a line when FAULT_TARGET is replaced. */

#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/* The function that stands behind ours. */
#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

typedef enum { GO, FAIL, HALF, DIE, TEAR } Fate;

static const char *root, *kind, *mode, *target, *go, *skip;
static long at, count;
static int number, exchange_number, log_descriptor = -1;

static void __attribute__((constructor)) begin(void) {
  root = getenv("FAULT_ROOT");
  kind = getenv("FAULT_KIND");
  mode = getenv("FAULT_MODE");
  target = getenv("FAULT_TARGET");
  go = getenv("FAULT_GO");
  skip = getenv("FAULT_SKIP");
  const char *text = getenv("FAULT_AT");
  at = text ? atol(text) : 0;
  text = getenv("FAULT_ERRNO");
  number = text ? atoi(text) : EIO;
  text = getenv("FAULT_EXCHANGE");
  exchange_number = text ? atoi(text) : 0;
  text = getenv("FAULT_LOG");
  if (text) {
    int descriptor = syscall(SYS_openat, AT_FDCWD, text, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    /* Out of the way of the numbers that the program sees. */
    log_descriptor = syscall(SYS_fcntl, descriptor, F_DUPFD_CLOEXEC, 500);
    syscall(SYS_close, descriptor);
  }
}

static void note(const char *event, const char *call, long place, const char *path) {
  char line[2 * PATH_MAX];
  int length = snprintf(line, sizeof line, "%s\t%s\t%ld\t%s\n", event, call, place, path);
  if (log_descriptor >= 0) syscall(SYS_write, log_descriptor, line, length);
}

static void die(void) {
  syscall(SYS_kill, getpid(), SIGKILL);
  for (;;) pause();
}

/* The path of a descriptor; empty if it has none. */
static void path_of(int descriptor, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  long length = syscall(SYS_readlinkat, AT_FDCWD, link, path, PATH_MAX - 1);
  path[length > 0 ? length : 0] = 0;
}

/* A path from the root, as it is named. */
static void whole(int folder, const char *name, char *path) {
  path[0] = 0;
  if (name[0] != '/') {
    if (folder == AT_FDCWD) {
      if (syscall(SYS_getcwd, path, PATH_MAX) < 0) path[0] = 0;
    } else {
      path_of(folder, path);
    }
    strncat(path, "/", PATH_MAX - 1 - strlen(path));
  }
  strncat(path, name, PATH_MAX - 1 - strlen(path));
}

static int is_within(const char *path) {
  size_t length = root ? strlen(root) : 0;
  return length && !strncmp(path, root, length) && (path[length] == '/' || path[length] == 0);
}

static int is_change(const char *call) {
  static const char *const changes[] = {"create", "write", "mkdir", "rename", "exchange", "link", "symlink", "unlink",
                                        "rmdir", "sync", "flock", "chmod", "truncate"};
  for (size_t place = 0; place < sizeof changes / sizeof *changes; place++) {
    if (!strcmp(changes[place], call)) return 1;
  }
  return 0;
}

/* Counts a call, and says what becomes of it. */
static Fate fate(const char *call, const char *path) {
  if (!kind || !mode || !is_within(path) || (skip && strstr(path, skip))) return GO;
  if (strcmp(kind, call) && !(!strcmp(kind, "change") && is_change(call))) return GO;
  long place = __atomic_add_fetch(&count, 1, __ATOMIC_SEQ_CST);
  int is_sticky = !strcmp(mode, "sticky") || !strcmp(mode, "halves");
  if (is_sticky ? place < at : place != at) return GO;
  note("fault", call, place, path);
  if (!strcmp(mode, "error") || !strcmp(mode, "sticky")) {
    errno = number;
    return FAIL;
  }
  if (!strcmp(mode, "short") || !strcmp(mode, "halves")) return HALF;
  if (!strcmp(mode, "torn")) return TEAR;
  if (!strcmp(mode, "kill-after")) return DIE;
  if (!strcmp(mode, "kill")) die();
  if (!strcmp(mode, "pause")) {
    struct timespec moment = {0, 1000000};
    while (go && syscall(SYS_faccessat, AT_FDCWD, go, F_OK) != 0) nanosleep(&moment, NULL);
  }
  return GO;
}

/* A call of one step: fails, goes on, or is the process's last. */
#define ONE_STEP(type, call, path, failure, ...) \
  Fate chosen = fate(call, path);                \
  if (chosen == FAIL) return failure;            \
  type result = __VA_ARGS__;                     \
  if (chosen == DIE) die();                      \
  return result

#define PATH_OF(descriptor) \
  char path[PATH_MAX];      \
  path_of(descriptor, path)

#define WHOLE(folder, name) \
  char path[PATH_MAX];      \
  whole(folder, name, path)

/* Opening */

static int opened(int folder, const char *name, int flags, mode_t bits) {
  WHOLE(folder, name);
  ONE_STEP(int, flags & O_CREAT ? "create" : "open", path, -1, NEXT(openat)(folder, name, flags, bits));
}

#define BITS(last)                                             \
  mode_t bits = 0;                                             \
  if (flags & O_CREAT || (flags & O_TMPFILE) == O_TMPFILE) {   \
    va_list list;                                              \
    va_start(list, last);                                      \
    bits = va_arg(list, mode_t);                               \
    va_end(list);                                              \
  }

int open(const char *name, int flags, ...) {
  BITS(flags)
  return opened(AT_FDCWD, name, flags, bits);
}

int open64(const char *name, int flags, ...) {
  BITS(flags)
  return opened(AT_FDCWD, name, flags, bits);
}

int openat(int folder, const char *name, int flags, ...) {
  BITS(flags)
  return opened(folder, name, flags, bits);
}

int openat64(int folder, const char *name, int flags, ...) {
  BITS(flags)
  return opened(folder, name, flags, bits);
}

DIR *opendir(const char *name) {
  WHOLE(AT_FDCWD, name);
  ONE_STEP(DIR *, "opendir", path, NULL, NEXT(opendir)(name));
}

char *realpath(const char *name, char *resolved) {
  WHOLE(AT_FDCWD, name);
  ONE_STEP(char *, "realpath", path, NULL, NEXT(realpath)(name, resolved));
}

/* Reading and writing */

ssize_t read(int descriptor, void *bytes, size_t size) {
  PATH_OF(descriptor);
  Fate chosen = fate("read", path);
  if (chosen == FAIL) return -1;
  return NEXT(read)(descriptor, bytes, chosen == HALF && size > 1 ? size / 2 : size);
}

ssize_t write(int descriptor, const void *bytes, size_t size) {
  PATH_OF(descriptor);
  Fate chosen = fate("write", path);
  if (chosen == FAIL) return -1;
  int halves = (chosen == HALF || chosen == TEAR) && size > 1;
  ssize_t result = NEXT(write)(descriptor, bytes, halves ? size / 2 : size);
  if (chosen == DIE || chosen == TEAR) die();
  return result;
}

int close(int descriptor) {
  PATH_OF(descriptor);
  if (fate("close", path) == FAIL) {
    /* The descriptor is gone all the same. */
    int saved = errno;
    NEXT(close)(descriptor);
    errno = saved;
    return -1;
  }
  return NEXT(close)(descriptor);
}

struct dirent *readdir(DIR *folder) {
  PATH_OF(dirfd(folder));
  ONE_STEP(struct dirent *, "readdir", path, NULL, NEXT(readdir)(folder));
}

struct dirent64 *readdir64(DIR *folder) {
  PATH_OF(dirfd(folder));
  ONE_STEP(struct dirent64 *, "readdir", path, NULL, NEXT(readdir64)(folder));
}

/* Looking */

int stat(const char *name, struct stat *info) {
  WHOLE(AT_FDCWD, name);
  ONE_STEP(int, "stat", path, -1, NEXT(stat)(name, info));
}

int stat64(const char *name, struct stat64 *info) {
  WHOLE(AT_FDCWD, name);
  ONE_STEP(int, "stat", path, -1, NEXT(stat64)(name, info));
}

int lstat(const char *name, struct stat *info) {
  WHOLE(AT_FDCWD, name);
  ONE_STEP(int, "stat", path, -1, NEXT(lstat)(name, info));
}

int lstat64(const char *name, struct stat64 *info) {
  WHOLE(AT_FDCWD, name);
  ONE_STEP(int, "stat", path, -1, NEXT(lstat64)(name, info));
}

int fstatat(int folder, const char *name, struct stat *info, int flags) {
  WHOLE(folder, name);
  ONE_STEP(int, "stat", path, -1, NEXT(fstatat)(folder, name, info, flags));
}

int fstat(int descriptor, struct stat *info) {
  PATH_OF(descriptor);
  ONE_STEP(int, "fstat", path, -1, NEXT(fstat)(descriptor, info));
}

int fstat64(int descriptor, struct stat64 *info) {
  PATH_OF(descriptor);
  ONE_STEP(int, "fstat", path, -1, NEXT(fstat64)(descriptor, info));
}

/* Names */

int mkdir(const char *name, mode_t bits) {
  WHOLE(AT_FDCWD, name);
  ONE_STEP(int, "mkdir", path, -1, NEXT(mkdir)(name, bits));
}

static void note_swap(const char *path) {
  if (target && !strcmp(path, target)) note("swap", "rename", 0, path);
}

int rename(const char *name, const char *new_name) {
  WHOLE(AT_FDCWD, name);
  Fate chosen = fate("rename", path);
  if (chosen == FAIL) return -1;
  int result = NEXT(rename)(name, new_name);
  whole(AT_FDCWD, new_name, path);
  if (result == 0) note_swap(path);
  if (chosen == DIE) die();
  return result;
}

int renameat2(int folder, const char *name, int new_folder, const char *new_name, unsigned flags) {
  int exchanges = flags & RENAME_EXCHANGE;
  WHOLE(folder, name);
  Fate chosen = fate(exchanges ? "exchange" : "rename", path);
  if (chosen == FAIL) return -1;
  int result = -1;
  if (exchanges && exchange_number) {
    errno = exchange_number;
  } else {
    result = NEXT(renameat2)(folder, name, new_folder, new_name, flags);
  }
  whole(new_folder, new_name, path);
  if (result == 0) note_swap(path);
  if (chosen == DIE) die();
  return result;
}

int symlink(const char *name, const char *new_name) {
  WHOLE(AT_FDCWD, new_name);
  ONE_STEP(int, "symlink", path, -1, NEXT(symlink)(name, new_name));
}

int link(const char *name, const char *new_name) {
  WHOLE(AT_FDCWD, new_name);
  ONE_STEP(int, "link", path, -1, NEXT(link)(name, new_name));
}

int linkat(int folder, const char *name, int new_folder, const char *new_name, int flags) {
  WHOLE(new_folder, new_name);
  ONE_STEP(int, "link", path, -1, NEXT(linkat)(folder, name, new_folder, new_name, flags));
}

int unlink(const char *name) {
  WHOLE(AT_FDCWD, name);
  ONE_STEP(int, "unlink", path, -1, NEXT(unlink)(name));
}

int unlinkat(int folder, const char *name, int flags) {
  WHOLE(folder, name);
  ONE_STEP(int, flags & AT_REMOVEDIR ? "rmdir" : "unlink", path, -1, NEXT(unlinkat)(folder, name, flags));
}

int rmdir(const char *name) {
  WHOLE(AT_FDCWD, name);
  ONE_STEP(int, "rmdir", path, -1, NEXT(rmdir)(name));
}

/* What belongs to a file as a whole */

int fsync(int descriptor) {
  PATH_OF(descriptor);
  ONE_STEP(int, "sync", path, -1, NEXT(fsync)(descriptor));
}

int fdatasync(int descriptor) {
  PATH_OF(descriptor);
  ONE_STEP(int, "sync", path, -1, NEXT(fdatasync)(descriptor));
}

int syncfs(int descriptor) {
  PATH_OF(descriptor);
  ONE_STEP(int, "sync", path, -1, NEXT(syncfs)(descriptor));
}

int flock(int descriptor, int operation) {
  PATH_OF(descriptor);
  ONE_STEP(int, "flock", path, -1, NEXT(flock)(descriptor, operation));
}

int chmod(const char *name, mode_t bits) {
  WHOLE(AT_FDCWD, name);
  ONE_STEP(int, "chmod", path, -1, NEXT(chmod)(name, bits));
}

int fchmod(int descriptor, mode_t bits) {
  PATH_OF(descriptor);
  ONE_STEP(int, "chmod", path, -1, NEXT(fchmod)(descriptor, bits));
}

int ftruncate(int descriptor, off_t size) {
  PATH_OF(descriptor);
  ONE_STEP(int, "truncate", path, -1, NEXT(ftruncate)(descriptor, size));
}
