package dev.quorate.cluster.adopt;

import dev.quorate.inventory.ServiceSpec;
import dev.quorate.inventory.ServiceSpec.Account;
import dev.quorate.inventory.ServiceSpec.Restart;
import dev.quorate.pki.Periods;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The unit as a description of itself. */
record FoundService(FoundUnit unit, FoundHost host) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    ServiceSpec spec() {
        ServiceSpec base = ServiceSpec.DEFAULT;
        return new ServiceSpec(
                unit.name(),
                unit.file(),
                unit.any("Description").orElse(base.description()),
                unit.words("Documentation"),
                account(),
                new Restart(
                        unit.service("Restart").orElse("no"),
                        unit.service("RestartSec").flatMap(FoundService::delay).orElse(Duration.ofMillis(100)),
                        unit.any("StartLimitIntervalSec").flatMap(FoundService::delay)),
                unit.words("After"),
                openFiles());
    }

    private Account account() {
        Optional<FoundHost.Account> found = host.account();
        return new Account(
                unit.user(),
                unit.service("Group")
                        .or(() -> found.map(FoundHost.Account::group))
                        .orElse(unit.user()),
                found.map(FoundHost.Account::home),
                found.map(FoundHost.Account::shell).orElse(Account.DEFAULT.shell()));
    }

    private OptionalInt openFiles() {
        return unit.service("LimitNOFILE")
                .filter(value -> NUMBER.matcher(value).matches())
                .map(value -> OptionalInt.of(Integer.parseInt(value)))
                .orElseGet(OptionalInt::empty);
    }

    /** As systemd takes it: a bare number is seconds. */
    private static Optional<Duration> delay(String text) {
        String value = text.replace(" ", "").replace("min", "m").replace("sec", "s");
        if (value.matches("0s?")) {
            return Optional.of(Duration.ZERO);
        }
        return Periods.parse(NUMBER.matcher(value).matches() ? value + "s" : value);
    }
}
