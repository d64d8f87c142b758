package dev.quorate.inventory;

import java.nio.file.Path;

/**
 * A file of the operator's store that a member gets.
 *
 * @param stored its name in the store
 * @param target where it goes on the host
 * @param secret whether it is a key
 */
public record CertificateFile(String stored, Path target, boolean secret) {}
