package dev.quorate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InformedStepTest {

    private final List<String> heard = new ArrayList<>();
    private final Door door = new Door(heard);

    @Test
    void actsUponWhatItFoundWithoutAskingAgain() throws Exception {
        door.inspect();
        door.apply();

        assertThat(heard).containsExactly("find open", "close what was open");
    }

    @Test
    void findsOutForItselfWhenNobodyLookedBefore() throws Exception {
        door.apply();

        assertThat(heard).containsExactly("find open", "close what was open");
    }

    @Test
    void whatWasFoundHoldsForOneChange() throws Exception {
        door.inspect();
        door.apply();
        door.apply();

        assertThat(heard).containsExactly("find open", "close what was open", "find closed", "close what was closed");
    }

    @Test
    void whatItForesawSavesTheNextLook() throws Exception {
        door.foresee();
        door.inspect();
        door.apply();

        assertThat(heard).containsExactly("find open", "close what was open");
    }

    private static final class Door extends InformedStep<String> {

        private final List<String> heard;
        private String state = "open";

        Door(List<String> heard) {
            this.heard = heard;
        }

        @Override
        public String title() {
            return "close";
        }

        @Override
        public String target() {
            return "door";
        }

        @Override
        protected String find() {
            heard.add("find " + state);
            return state;
        }

        @Override
        protected StepState judge(String found) {
            return found.equals("closed") ? StepState.done() : StepState.needed("is " + found);
        }

        @Override
        protected void change(String found) {
            heard.add("close what was " + found);
            state = "closed";
        }
    }
}
