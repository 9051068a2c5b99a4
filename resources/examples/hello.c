/* The program inside the image slipway/hello:1, which ./run makes. It needs no other file: it is
   linked statically, so that the image is this program alone and no registry is asked. */
#include <stdio.h>

int main(void)
{
    puts("Hello from a container that Slipway started.");
    for (int line = 1; line <= 3; ++line) {
        printf("%d of 3: each line comes to the task's log as it is printed.\n", line);
        fflush(stdout);
    }
    return 0;
}
