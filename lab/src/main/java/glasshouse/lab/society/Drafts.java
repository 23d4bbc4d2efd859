package glasshouse.lab.society;

import glasshouse.lab.scene.Scene;

/// What the people of a quarter will show once all of it has lived through a step. One per thread.
///
/// Contacts live in one quarter ([glasshouse.lab.population.Ties#quarter]), so nobody else reads
/// what they show meanwhile, and a draft of a few neighbourhoods stands in for a second column of
/// everybody's scores.
final class Drafts {
    private final int[][] scores;
    private final int[][] signs;

    Drafts(int neighbourhoods) {
        scores = new int[neighbourhoods][Scene.SIZE];
        signs = new int[neighbourhoods][Scene.SIZE];
    }

    /// Keeps what the people of one neighbourhood will show.
    void keep(int which, Neighbourhood here) {
        System.arraycopy(here.nextScore, 0, scores[which], 0, here.scene.count());
        System.arraycopy(here.sign, 0, signs[which], 0, here.scene.count());
    }

    /// Shows it; `first`: the first person of the neighbourhood.
    void show(int which, int first, People people) {
        int count = Math.min(Scene.SIZE, people.count() - first);
        for (int i = 0; i < count; i++) {
            people.show(first + i, scores[which][i], signs[which][i]);
        }
    }
}
