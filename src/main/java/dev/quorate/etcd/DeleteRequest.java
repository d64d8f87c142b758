package dev.quorate.etcd;

/** @param previous whether to answer with what was deleted */
public record DeleteRequest(KeyRange range, boolean previous) {}
