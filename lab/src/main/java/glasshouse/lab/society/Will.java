package glasshouse.lab.society;

import glasshouse.lab.scene.Scene;
import glasshouse.lab.scene.Step;

/// What somebody who is steered does in a step, in place of what they would have done: it changes
/// the deeds of this one person, after all others were decided and before services are asked and
/// scores are closed.
@FunctionalInterface
public interface Will {
    void act(Scene scene, int place, Step step);
}
