package glasshouse.lab.society;

import glasshouse.lab.scene.Scene;

/// The close of a step where there is no scheme: signs are shown, money is counted.
final class Unscored implements Policy {
    private final Society society;
    private final People people;

    Unscored(Society society) {
        this.society = society;
        people = society.people();
    }

    @Override
    public void act(Neighbourhood here) {
        Scene scene = here.scene;
        boolean counts = society.counts(here.step());
        for (int i = 0; i < scene.count(); i++) {
            int person = scene.first() + i;
            here.publish(i, 0, here.sign[i]);
            if (counts) {
                here.census(i, people, person);
            }
        }
    }
}
