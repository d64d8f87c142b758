package dev.quorate.remote;

/** A host whose every change is told to a {@link HostAudit} before it is tried. */
public final class AuditedHost extends GatedHost {

    private final HostAudit audit;

    public AuditedHost(Host host, HostAudit audit) {
        super(host);
        this.audit = audit;
    }

    @Override
    void changing(String change) {
        audit.changing(name(), change);
    }
}
