namespace Listening.Store.Projecting;

/// <summary>Versions by age. What was edited is newer than what was not, even where the first instant lies in the future by a wrong clock.</summary>
internal sealed class NewestLast : IComparer<StoredVersion>
{
    public static readonly NewestLast Instance = new();

    public int Compare(StoredVersion? left, StoredVersion? right)
    {
        var edited = (left!.Post.EditedAt is not null).CompareTo(right!.Post.EditedAt is not null);
        return edited != 0 ? edited : left.Version.CompareTo(right.Version);
    }
}
