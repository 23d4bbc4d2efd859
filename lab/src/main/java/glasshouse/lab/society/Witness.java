package glasshouse.lab.society;

import glasshouse.lab.scene.Scene;
import glasshouse.lab.scene.Step;
import glasshouse.scheme.Outcome;

/// Sees what everybody does while a society lives, for whoever tells of it. A witness changes
/// nothing.
///
/// Each scene is shown once a step, after all its parts have acted and before its close becomes the
/// last one: [People#score] is still what it was. Scenes come in no order, from the threads that
/// lived them; scene and scores are used again afterwards.
public interface Witness {
    /// What the people of a scene did in a step, and the scores that they will be published with,
    /// by place.
    void see(Scene scene, Step step, int[] nextScores);

    /// What a person of the scene just seen asked an offer for in this step, by its index, and was
    /// told.
    void decided(int person, int offer, Outcome outcome);
}
