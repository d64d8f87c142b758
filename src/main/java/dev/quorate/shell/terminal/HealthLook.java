package dev.quorate.shell.terminal;

import dev.quorate.health.ClusterHealth;
import java.util.Optional;

/** Looks at the cluster the session stands at. */
@FunctionalInterface
public interface HealthLook {

    /** How it stands; nothing where that cannot be known, as without a password. Takes as long as it may take. */
    Optional<ClusterHealth> look() throws Exception;
}
