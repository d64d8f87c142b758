package dev.quorate.pki;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a certificate may be used for.
 *
 * @param key of the key itself
 * @param extended in which protocol and role; none means any, as Go and openssl read it
 */
public record Usages(Set<KeyUsage> key, Set<ExtendedKeyUsage> extended) {

    public Usages {
        key = ordered(KeyUsage.class, key);
        extended = ordered(ExtendedKeyUsage.class, extended);
    }

    private static <E extends Enum<E>> Set<E> ordered(Class<E> type, Collection<E> values) {
        EnumSet<E> copy = EnumSet.noneOf(type);
        copy.addAll(values);
        return Collections.unmodifiableSet(copy);
    }

    public Usages withKey(Set<KeyUsage> newKey) {
        return new Usages(newKey, extended);
    }

    public Usages withExtended(Set<ExtendedKeyUsage> newExtended) {
        return new Usages(key, newExtended);
    }

    /** Whether a client that looks at the usages takes this certificate for a server's. */
    public boolean serves() {
        return allows(ExtendedKeyUsage.SERVER_AUTH);
    }

    /** Whether a server that looks at the usages takes this certificate for a client's. */
    public boolean authenticatesClients() {
        return allows(ExtendedKeyUsage.CLIENT_AUTH);
    }

    private boolean allows(ExtendedKeyUsage usage) {
        return extended.isEmpty() || extended.contains(usage) || extended.contains(ExtendedKeyUsage.ANY);
    }
}
