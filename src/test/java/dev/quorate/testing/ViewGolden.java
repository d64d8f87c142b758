package dev.quorate.testing;

import dev.quorate.output.OutputFormat;
import dev.quorate.output.Surface;
import dev.quorate.output.View;
import dev.quorate.output.ViewWriter;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;

/** A view in every format, each in a golden file: {@code NAME.json}, {@code NAME.terminal} and so on. */
public final class ViewGolden {

    private static final List<OutputFormat> FORMATS =
            List.of(OutputFormat.SIMPLE, OutputFormat.JSON, OutputFormat.YAML, OutputFormat.FIELDS, OutputFormat.TABLE);

    private final Golden golden;

    private ViewGolden(Golden golden) {
        this.golden = golden;
    }

    public static ViewGolden of(Class<?> test) {
        return new ViewGolden(Golden.of(test));
    }

    /** Each format as a pipe gets it, and what a terminal of 80 columns shows where the operator chose none. */
    public void check(String name, View view) {
        String stem = name.toLowerCase(Locale.ROOT).replace('_', '-');
        for (OutputFormat format : FORMATS) {
            golden.check(stem + "." + format.name().toLowerCase(Locale.ROOT), written(view, format, Surface.PIPE));
        }
        golden.check(stem + ".terminal", written(view, OutputFormat.AUTO, Surface.terminal(80)));
    }

    private static byte[] written(View view, OutputFormat format, Surface surface) {
        var out = new ByteArrayOutputStream();
        new ViewWriter(out, surface).write(view, format);
        return out.toByteArray();
    }
}
