package dev.quorate.etcd;

import java.util.Optional;

/** @param previous what the key was before, if that was asked for and there was one */
public record PutResponse(ResponseHeader header, Optional<KeyValue> previous) {}
