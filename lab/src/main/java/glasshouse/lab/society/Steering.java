package glasshouse.lab.society;

import glasshouse.lab.scene.Deed;

/// Lets those who are steered do what they are told; what they say is noticed by their contacts as
/// anybody's words are. Money that was spent on a deed undone is not given back.
final class Steering implements Policy {
    private final Society society;

    Steering(Society society) {
        this.society = society;
    }

    @Override
    public void act(Neighbourhood here) {
        society.steered()
                .forEach(
                        (person, will) -> {
                            int place = person - here.scene.first();
                            if (place >= 0 && place < here.scene.count()) {
                                will.act(here.scene, place, here.step());
                                show(here, place);
                            }
                        });
    }

    private static void show(Neighbourhood here, int place) {
        boolean praised = here.scene.read(Deed.PRAISED)[place] != 0;
        boolean criticised = here.scene.read(Deed.CRITICISED)[place] != 0;
        boolean costs = criticised && here.stake(Deed.CRITICISED) < 0;
        int others = ~(People.PRAISED | People.CRITICISED | People.PUNISHED);
        here.sign[place] =
                (here.sign[place] & others)
                        | (praised ? People.PRAISED : 0)
                        | (criticised ? People.CRITICISED : 0)
                        | (costs ? People.PUNISHED : 0);
    }
}
