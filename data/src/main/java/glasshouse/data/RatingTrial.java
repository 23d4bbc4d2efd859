package glasshouse.data;

import glasshouse.rating.Accuracy;
import glasshouse.rating.EigenTrust;
import glasshouse.rating.Fixed;
import glasshouse.rating.Foresight;
import glasshouse.rating.Method;
import glasshouse.rating.Ratings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleConsumer;

/// How well methods foretell ratings that they have not seen.
///
/// All numbers are in the unit of the ratings. Where a method knows nothing of the one rated,
/// `unrated` stands. `hiddenShare` is the part held out, by a digest of each rating; 0: each rating
/// is left out in turn.
public record RatingTrial(RatingFile file, double unrated, double hiddenShare, int threads) {
    private static final int CHUNK = 64;

    /// What came of one method: its accuracy, or why it predicts nothing.
    public sealed interface Result {
        record Measured(Accuracy accuracy, int unknown) implements Result {}

        record NotApplicable(String why) implements Result {}
    }

    /// Tries one method; `progress` hears the share done, from 0 to 1, on any thread.
    public Result of(Method method, DoubleConsumer progress) {
        if (method instanceof EigenTrust) {
            return new Result.NotApplicable(
                    "trust is a share of all trust, not a rating that somebody would give");
        }
        Ratings ratings = file.ratings();
        Ratings tested = ratings;
        double[] predicted;
        if (hiddenShare > 0) {
            Ratings seen = ratings.where(i -> file.shares()[i] >= hiddenShare);
            tested = ratings.where(i -> file.shares()[i] < hiddenShare);
            predicted = Foresight.heldOut(method, seen, tested, file.dayAfter());
        } else {
            predicted = leaveOneOut(method, ratings, progress);
        }
        if (tested.size() == 0) {
            return new Result.NotApplicable("no rating is held out");
        }
        return measured(predicted, tested);
    }

    private Result measured(double[] predicted, Ratings tested) {
        int unknown = 0;
        var given = new double[predicted.length];
        var raters = new int[predicted.length];
        for (int i = 0; i < predicted.length; i++) {
            given[i] = unit(tested.value(i) / (double) Fixed.ONE);
            raters[i] = tested.rater(i);
            if (Double.isNaN(predicted[i])) {
                unknown++;
                predicted[i] = unrated;
            } else {
                predicted[i] = unit(predicted[i]);
            }
        }
        return new Result.Measured(Accuracy.of(predicted, given, raters), unknown);
    }

    private double unit(double scaled) {
        double least = file.range().lowestMicro() / 1e6;
        double greatest = file.range().highestMicro() / 1e6;
        return least + (scaled + 1) / 2 * (greatest - least);
    }

    private double[] leaveOneOut(Method method, Ratings ratings, DoubleConsumer progress) {
        int day = file.dayAfter();
        int chunks = (ratings.size() + CHUNK - 1) / CHUNK;
        var predicted = new double[ratings.size()];
        List<Callable<Integer>> tasks = new ArrayList<>();
        int share = Math.max(1, chunks / (threads * 8));
        for (int first = 0; first < chunks; first += share) {
            int from = first * CHUNK;
            int to = Math.min(ratings.size(), (first + share) * CHUNK);
            tasks.add(
                    () -> {
                        double[] part = Foresight.leaveOneOut(method, ratings, day, from, to);
                        System.arraycopy(part, 0, predicted, from, part.length);
                        progress.accept(Math.min(1, to / (double) ratings.size()));
                        return to;
                    });
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (Future<Integer> task : pool.invokeAll(tasks)) {
                task.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the trial was interrupted", interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a worker failed", failure.getCause());
        }
        return predicted;
    }
}
