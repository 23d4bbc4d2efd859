package glasshouse.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Graphs as files have them.
final class GraphFileTest {
    @TempDir private Path folder;

    private GraphFile read(String name, String text) throws IOException {
        return GraphFile.read(Files.writeString(folder.resolve(name), text));
    }

    @Test
    void aListHasTwoNamesALine() throws IOException {
        GraphFile graph = read("ties.txt", "# from to\na b\nb,c\n\nc\ta 0.5\n");
        assertEquals(3, graph.people());
        assertArrayEquals(new int[] {0, 1, 2}, graph.from());
        assertArrayEquals(new int[] {1, 2, 0}, graph.to());
    }

    @Test
    void gmlLendsItsEdges() throws IOException {
        String gml =
                """
                graph [
                  node [
                    id 7
                    source "BlogCatalog"
                  ]
                  edge [
                    source 7
                    target 9
                  ]
                ]
                """;
        assertEquals(1, read("graph.gml", gml).size());
    }

    @Test
    void aTieToOneselfIsLeftOut() throws IOException {
        assertEquals(1, read("ties.txt", "1 1\n1 2\n").size());
    }

    @Test
    void whatIsNoGraphIsRefusedWithItsLine() {
        assertSays("ties.txt:2: a tie needs two names, as in: 17 42", "ties.txt", "1 2\n3\n");
        assertSays(
                "ties.txt:1: no ties were found; a line has two names, as in: 17 42",
                "ties.txt",
                "# nothing\n");
        assertSays(
                "graph.gml:3: an edge has a source and a target",
                "graph.gml",
                "edge [\n source 1\n]\n");
        assertSays(
                "graph.gml:2: source and target of an edge are whole numbers",
                "graph.gml",
                "edge [\n source a\n");
    }

    private void assertSays(String expected, String name, String text) {
        assertEquals(
                expected, assertThrows(GraphFile.Unfit.class, () -> read(name, text)).getMessage());
    }
}
