package glasshouse.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The guides on data that may not be bundled: no part of the ordinary run.
///
/// `./mvnw verify -Dglasshouse.data` reads them beside the project, in `../shared/data`;
/// `-Dglasshouse.data=FOLDER`, from the project's root, elsewhere. Where the folder is not there,
/// the check says so and is left out.
final class GuidesOnData {
    @TempDir private Path folder;

    @TestFactory
    List<DynamicTest> guides() throws IOException {
        return Guide.all().stream()
                .filter(Guide::needsData)
                .map(guide -> DynamicTest.dynamicTest(guide.name(), () -> check(guide)))
                .toList();
    }

    private void check(Guide guide) throws IOException {
        String told = System.getProperty("glasshouse.data", "");
        String place = told.isEmpty() || told.equals("true") ? "../shared/data" : told;
        Path data = Path.of("..").resolve(place).toAbsolutePath().normalize();
        if (!Files.isDirectory(data)) {
            System.out.println(guide.name() + " was left out: there is no folder " + place);
            Assumptions.abort("there is no folder " + place);
        }
        guide.check(Files.createDirectory(folder.resolve(guide.name())), data + "/");
    }
}
