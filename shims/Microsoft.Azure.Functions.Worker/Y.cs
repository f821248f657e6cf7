namespace X; internal static class Y;
