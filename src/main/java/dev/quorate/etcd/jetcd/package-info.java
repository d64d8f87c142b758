/**
 * The implementation of {@link dev.quorate.etcd} on gRPC. The only package that may see io.etcd, io.grpc and io.netty.
 *
 * <p>Why not jetcd's own client: measured on a three-member cluster, its defaults hang for ever on every connection
 * failure, a frozen member holds a call for 40 s, futures stay open after close, maintenance calls dial anew each time,
 * and the API loses fields (compacted revision, fragments, lease conditions) and whole calls (lease list, auth status,
 * downgrade). So only its generated messages and stubs are used, on channels of our own: one kept channel per endpoint, a
 * deadline on every call. What its stubs lack is generated from {@code src/main/protobuf/quorate.proto}.
 *
 * <p>Decisions and their reasons:
 *
 * <ul>
 *   <li>grpc-netty, as no other transport of the same version is to be had. The JDK's TLS for calls: with an AOT cache,
 *       SerialGC and C1 only, one {@code get} over mTLS takes about four times a bare JVM, half of that for keys, TLS
 *       context and handshake, and BoringSSL would add a tenth. BoringSSL (netty-tcnative) for bulk, that is snapshots,
 *       watches of history and large ranges, on a connection of its own: the JDK's AES is slow until C2 compiles it, so
 *       that with C1 only a snapshot takes three times the processor time and a large range twice. Where it is missing
 *       or does not take the key, the JDK's does everything.
 *   <li>One event loop thread of our own. Stopping it in {@link dev.quorate.etcd.EtcdClient#close} matters: a JVM that
 *       exits while a thread sits in a native select waits 300 ms for it (HotSpot's {@code VM_Exit}), nearly half of
 *       what a one-line command may take.
 *   <li>Calls run on the event loop and complete futures; the caller waits interruptibly and cancels when interrupted.
 *   <li>The first endpoint that becomes ready within the dial timeout wins, each later one starting 250 ms after the one
 *       before it; from then on calls stick to it. No endpoint is chosen by gRPC's own name resolution and balancing, so
 *       that the one in use can be named, suspected and avoided.
 *   <li>Why an endpoint does not answer is found by a probe with the JDK's sockets after the fact, because gRPC tells
 *       neither alerts nor certificates in a form one could word.
 * </ul>
 */
@NullMarked
package dev.quorate.etcd.jetcd;

import org.jspecify.annotations.NullMarked;
