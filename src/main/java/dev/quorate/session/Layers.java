package dev.quorate.session;

import dev.quorate.session.SettingName.Part;
import java.util.Optional;

/**
 * The places that settings of a session come from, strongest first; below them are only the environment and the defaults.
 *
 * @param line flags of the line being run, and of the script it stands in; none between lines of a console
 * @param set what {@code set} gave
 * @param base the context or connection in force
 */
public record Layers(SettingValues line, SettingValues set, Optional<Base> base) {

    public static final Layers NONE = new Layers(SettingValues.NONE, SettingValues.NONE, Optional.empty());

    /**
     * What the session stands on.
     *
     * @param name of the saved context; empty for a connection that {@code connect} made and nobody saved
     * @param chosen whether the operator asked for it or sees it in the prompt; one merely remembered from earlier yields
     *     to endpoints given on the line
     */
    public record Base(String name, SettingValues values, boolean chosen) {
        static Base of(Context context, boolean chosen) {
            return new Base(context.name(), context.values(), chosen);
        }

        boolean saved() {
            return !name.isEmpty();
        }
    }

    /** Whether the variables of the environment have no say in which cluster it is and who asks. */
    boolean closedToEnvironment() {
        return base.filter(Base::saved).isPresent();
    }

    /** Stands on {@code next}, and forgets what flags and {@code set} said of the connection before. */
    Layers on(Optional<Base> next) {
        return new Layers(line.except(Part.CONNECTION), set.except(Part.CONNECTION), next);
    }

    /** With {@code flags} laid over those there are: a line within a script has those of the script too. */
    Layers withLine(SettingValues flags) {
        return new Layers(line.overlaidBy(flags), set, base);
    }

    Layers withSet(SettingValues values) {
        return new Layers(line, values, base);
    }
}
