/* A docker client whose containers print CHATTY_BYTES bytes, in lines as a test run prints them,
   some of them coloured; all else it is asked does nothing. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
    const char *wanted = getenv("CHATTY_BYTES");
    int runs = 0;
    for (int at = 1; at < argc && !runs; ++at) /* behind the host it is to talk to */
        runs = strcmp(argv[at], "run") == 0;
    long long left = runs && wanted ? atoll(wanted) : 0;
    long long number = 0;
    static char buffer[1 << 16];
    setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
    while (left > 0) {
        const char *form = ++number % 8
            ? "ok %lld - the queue keeps its order while lines come, whatever comes beside them "
              "(0.%03lld s)\n"
            : "\033[32mok\033[0m %lld - see https://example.org/runs/%03lld for what it did\n";
        const int printed = printf(form, number, number % 1000);
        if (printed < 0)
            return 1;
        left -= printed;
    }
    return fflush(stdout) != 0;
}
