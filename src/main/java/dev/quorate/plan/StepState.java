package dev.quorate.plan;

import java.util.List;

/** What a step found when it looked. */
public sealed interface StepState {

    /**
     * Nothing to do.
     *
     * @param found what makes it so: {@code etcd 3.5.30 at /usr/bin/etcd}; may be empty
     * @param warnings what the operator should know all the same
     * @param differs whether they tell of something that is not as it should be and that the step leaves to the operator
     */
    record Done(String found, List<String> warnings, boolean differs) implements StepState {
        public Done {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * There is something to do.
     *
     * @param why what is missing or different: {@code certificate expires in 3 days}
     * @param changes what applying would change, line by line: a difference of files, a command; may be empty
     */
    record Needed(String why, List<String> changes) implements StepState {
        public Needed {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Cannot be told before another step has run. Only a preview may meet it.
     *
     * @param step the title of that step
     */
    record UnknownUntil(String step) implements StepState {}

    /**
     * Must not or cannot be done, and no step of the plan will change that.
     *
     * @param reason what stands in the way
     * @param remedy what the operator can do about it
     */
    record Blocked(String reason, String remedy) implements StepState {}

    static StepState done() {
        return done("");
    }

    static StepState done(String found) {
        return new Done(found, List.of(), false);
    }

    static StepState done(String found, List<String> warnings) {
        return new Done(found, warnings, false);
    }

    /** Nothing the step would do, though not all is as it should be: what it leaves to the operator, if there is any. */
    static StepState leaving(String found, List<String> differences) {
        return new Done(found, differences, !differences.isEmpty());
    }

    static StepState needed(String why) {
        return new Needed(why, List.of());
    }

    static StepState needed(String why, List<String> changes) {
        return new Needed(why, changes);
    }

    static StepState unknownUntil(String step) {
        return new UnknownUntil(step);
    }

    static StepState blocked(String reason, String remedy) {
        return new Blocked(reason, remedy);
    }
}
