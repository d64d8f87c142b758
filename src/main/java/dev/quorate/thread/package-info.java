/**
 * Threads for what goes on beside the command at hand. This package knows no other.
 *
 * <p>They are threads of the system, not virtual ones, wherever sockets are waited for: once a virtual thread has, the JVM
 * keeps a thread in native code to poll for it, and waits 300 ms for that one when it ends (HotSpot's
 * {@code VM_Exit::wait_for_threads_in_native_to_block}), which is longer than most commands take.
 */
@NullMarked
package dev.quorate.thread;

import org.jspecify.annotations.NullMarked;
