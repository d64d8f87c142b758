package dev.quorate.remote;

/** A small file as it is. */
public record PresentFile(FileFacts facts, byte[] content) {}
