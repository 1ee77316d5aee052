namespace Mandate.Archive;

/// <summary>An affine map of points, y down: (x, y) goes to (A·x + C·y + E, B·x + D·y + F).</summary>
internal readonly record struct Placement(double A, double B, double C, double D, double E, double F)
{
    /// <summary>Leaves points where they are.</summary>
    public static Placement Identity => new(1, 0, 0, 1, 0, 0);

    /// <summary>Stretches by a factor along each side.</summary>
    public static Placement Scale(double x, double y) => new(x, 0, 0, y, 0, 0);

    /// <summary>Turns an image of a size clockwise by 0, 90, 180 or 270 degrees, its new corner at (0, 0).</summary>
    public static Placement QuarterTurns(int degrees, int width, int height) => degrees switch
    {
        90 => new(0, 1, -1, 0, height, 0),
        180 => new(-1, 0, 0, -1, width, height),
        270 => new(0, -1, 1, 0, 0, width),
        _ => Identity,
    };

    /// <summary>Turns clockwise by an angle about the middle of an image of a size.</summary>
    public static Placement TurnAbout(double degrees, int width, int height)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        double x = width / 2.0, y = height / 2.0;
        return new(cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y);
    }

    /// <summary>Sets an image upright whose EXIF or TIFF tag says how it was taken, 1 to 8.</summary>
    public static Placement Upright(int orientation, int width, int height) => orientation switch
    {
        2 => new(-1, 0, 0, 1, width, 0),
        3 => QuarterTurns(180, width, height),
        4 => new(1, 0, 0, -1, 0, height),
        5 => new(0, 1, 1, 0, 0, 0),
        6 => QuarterTurns(90, width, height),
        7 => new(0, -1, -1, 0, height, width),
        8 => QuarterTurns(270, width, height),
        _ => Identity,
    };

    /// <summary>This map, and then another.</summary>
    public Placement Then(Placement next) => new(
        next.A * A + next.C * B, next.B * A + next.D * B,
        next.A * C + next.C * D, next.B * C + next.D * D,
        next.A * E + next.C * F + next.E, next.B * E + next.D * F + next.F);

    /// <summary>Where a point goes.</summary>
    public (double X, double Y) Apply(double x, double y) => (A * x + C * y + E, B * x + D * y + F);
}
