package peer;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/// Evaluates the decision table of W2 on its cases, one thread. Arguments: cases, seconds.
public final class DroolsPeer {
    private record Case(Map<String, Object> input, String outcome, double price) {}

    public static void main(String[] args) throws Exception {
        List<Case> cases = cases(Path.of(args[0]));
        double seconds = Double.parseDouble(args[1]);
        DMNRuntime runtime =
                DMNRuntimeBuilder.fromDefaults()
                        .buildConfiguration()
                        .fromResources(
                                List.of(ResourceFactory.newClassPathResource("loan.dmn")))
                        .getOrElseThrow(IllegalStateException::new);
        DMNModel model = runtime.getModels().getFirst();
        int different = 0;
        for (Case each : cases) {
            Map<?, ?> answer = evaluate(runtime, model, each);
            double price = ((BigDecimal) answer.get("price")).doubleValue();
            boolean same =
                    answer.get("outcome").equals(each.outcome())
                            && Math.abs(price - each.price()) < 1e-9;
            different += same ? 0 : 1;
        }
        run(runtime, model, cases, seconds);
        double nanos = run(runtime, model, cases, seconds);
        System.out.println("{\"nanos\":" + nanos + ",\"different\":" + different + "}");
    }

    private static double run(
            DMNRuntime runtime, DMNModel model, List<Case> cases, double seconds) {
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        long decisions = 0;
        while (System.nanoTime() < end) {
            for (Case each : cases) {
                if (evaluate(runtime, model, each).isEmpty()) {
                    throw new IllegalStateException("no answer");
                }
                decisions++;
            }
        }
        return (System.nanoTime() - begin) / (double) decisions;
    }

    private static Map<?, ?> evaluate(DMNRuntime runtime, DMNModel model, Case each) {
        DMNContext context = runtime.newContext();
        each.input().forEach(context::set);
        return (Map<?, ?>)
                runtime.evaluateAll(model, context).getDecisionResultByName("answer").getResult();
    }

    private static List<Case> cases(Path file) throws Exception {
        var lines = Files.readAllLines(file);
        var names = lines.getFirst().split(",");
        var cases = new ArrayList<Case>();
        for (String line : lines.subList(1, lines.size())) {
            var cells = line.split(",");
            var input = new java.util.HashMap<String, Object>();
            String outcome = "";
            double price = 0;
            for (int i = 0; i < names.length; i++) {
                switch (names[i]) {
                    case "listed" -> input.put("listed", Boolean.valueOf(cells[i]));
                    case "band" -> input.put("band", cells[i]);
                    case "outcome" -> outcome = cells[i];
                    case "price" -> price = Double.parseDouble(cells[i]);
                    case "score", "loanArrears", "inquiries" ->
                            input.put(names[i], new BigDecimal(cells[i]));
                    default -> {}
                }
            }
            cases.add(new Case(input, outcome, price));
        }
        return cases;
    }
}
