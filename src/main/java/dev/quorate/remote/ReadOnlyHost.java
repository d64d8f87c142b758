package dev.quorate.remote;

/** A host that can be looked at only. A change is a fault of the program and is refused before it is tried. */
public final class ReadOnlyHost extends GatedHost {

    public ReadOnlyHost(Host host) {
        super(host);
    }

    @Override
    void changing(String change) {
        throw new IllegalStateException("a preview tried to " + change + " on " + name());
    }
}
