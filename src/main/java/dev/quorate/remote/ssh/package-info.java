/**
 * A host over SSH, without anything installed on it: commands, files through them, systemd's services.
 *
 * <p>The only package that knows sshj. Three decisions. Files are written by commands and not by SFTP, because SFTP cannot
 * become root and a stream into a command is as fast. Every command first tells its process group, so that giving up here
 * ends it there, under sudo too, where sshd may not send it a signal. The host key is judged before anything is asked: an
 * unknown one ends the first connection, is shown, and a second one is made when the operator knows it.
 *
 * <p>{@code ~/.ssh/config} and {@code known_hosts} are read by ourselves: sshj 0.40 has no reader for the former and cannot
 * say which line of the latter a changed key contradicts. This package may use {@code remote}, {@code plan}, {@code time} and
 * {@code failure}.
 */
@NullMarked
package dev.quorate.remote.ssh;

import org.jspecify.annotations.NullMarked;
