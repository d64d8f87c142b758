/**
 * The machine the console runs on, as a host. In place of systemd a supervisor starts processes that outlive the console
 * and finds them again: each writes its own process id to a file before it becomes the service, together with what makes a
 * recycled id recognisable, so that no moment exists at which a killed console could lose one.
 */
@NullMarked
package dev.quorate.remote.local;

import org.jspecify.annotations.NullMarked;
