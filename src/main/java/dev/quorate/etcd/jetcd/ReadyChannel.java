package dev.quorate.etcd.jetcd;

import dev.quorate.etcd.Endpoint;
import io.grpc.ManagedChannel;

/** A channel that had a working connection when it was handed out, and whose it is. */
record ReadyChannel(Endpoint endpoint, ManagedChannel channel) {}
