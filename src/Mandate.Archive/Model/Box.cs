namespace Mandate.Archive;

/// <summary>A rectangle on a page, in pixels of the page's frame.</summary>
/// <param name="Left">Pixels from the frame's left edge.</param>
/// <param name="Top">Pixels from the frame's top edge.</param>
/// <param name="Width">Width; at least 0.</param>
/// <param name="Height">Height; at least 0.</param>
public readonly record struct Box(int Left, int Top, int Width, int Height)
{
    /// <summary>Gets the first pixel to its right.</summary>
    public int Right => Left + Width;

    /// <summary>Gets the first pixel below it.</summary>
    public int Bottom => Top + Height;

    /// <summary>Whether the two have a pixel in common.</summary>
    public bool Meets(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}
