// Stand-in for a library that Debian's Wine 8 lacks and Rust's standard library needs for random numbers. For tests alone.
// Without C runtime: that of MinGW ends in a page fault when Wine unloads it.
#include <windows.h>
#include <ntsecapi.h>

BOOL WINAPI DllMainCRTStartup(HINSTANCE library, DWORD reason, LPVOID reserved) { return TRUE; }

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size) { return SystemFunction036(data, (ULONG)size); }
