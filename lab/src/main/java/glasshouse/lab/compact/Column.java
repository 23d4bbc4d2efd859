package glasshouse.lab.compact;

import glasshouse.lab.scene.Scene;
import glasshouse.lab.scene.Step;
import java.util.List;

/// One characteristic of everybody's compact account.
interface Column {
    /// Lets a step pass for the people of a scene and writes their partial scores, in units.
    void close(Scene scene, Step step, Scratch scratch, int[] partials);

    /// The arrays that it keeps between steps.
    List<Object> columns();
}
