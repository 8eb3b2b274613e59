#ifndef CHJELPSYSTEM_H
#define CHJELPSYSTEM_H

/// Exchanges two paths in one step. 0, or the error number: ENOSYS or EINVAL where the system or
/// the file system cannot.
int hjelp_exchange(const char *first, const char *second);

/// Writes what is in memory for the file system that `descriptor` lies on to its disk.
/// 0, or the error number.
int hjelp_sync_file_system(int descriptor);

/// Gives large pieces of freed memory back to the system at once, however many of them there were: a
/// table that grew and was left would else take its room until the end.
/// Does nothing where the allocator is not glibc's.
void hjelp_return_large_memory(void);

/// Keeps freed memory for the next article in place of giving it back to the system each time.
/// Does nothing where the allocator is not glibc's.
void hjelp_keep_free_memory(void);

#endif
