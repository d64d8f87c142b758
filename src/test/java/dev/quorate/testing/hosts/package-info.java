/** Real hosts to test against, and an OpenSSH server on loopback. */
@NullMarked
package dev.quorate.testing.hosts;

import org.jspecify.annotations.NullMarked;
