namespace Listening.Models.Text;

/// <summary>Hashes of tokens that stand for a kind of thing.</summary>
public static class Marks
{
    /// <summary>Any address.</summary>
    public static readonly uint Url = TextHash.Of("<url>");

    /// <summary>Any name.</summary>
    public static readonly uint User = TextHash.Of("<user>");

    /// <summary>Any number.</summary>
    public static readonly uint Number = TextHash.Of("<num>");

    /// <summary>A word drawn out: "soooo".</summary>
    public static readonly uint DrawnOut = TextHash.Of("<elong>");

    /// <summary>A word of capitals.</summary>
    public static readonly uint Shouted = TextHash.Of("<caps>");

    /// <summary>A happy emoticon.</summary>
    public static readonly uint Smile = TextHash.Of("<smile>");

    /// <summary>An unhappy emoticon.</summary>
    public static readonly uint Frown = TextHash.Of("<frown>");
}
