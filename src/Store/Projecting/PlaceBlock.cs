using Listening.Store.Engine;

namespace Listening.Store.Projecting;

/// <summary>Rows of <c>place</c>.</summary>
internal static class PlaceBlock
{
    public static NativeBlock Of(IReadOnlyList<Place> places, ulong revision) => new NativeBlock(places.Count)
        .Add("post", places.Column(place => place.Post))
        .Add("conversation", places.Column(place => place.Conversation))
        .Add("posted_at", places.Column(place => place.PostedAt))
        .Add("seen", places.Column(place => place.Seen))
        .Add("revision", places.Column(_ => revision));

    /// <summary>Rows of <c>moves</c>.</summary>
    public static NativeBlock Moves(IReadOnlyList<Place> left, ulong revision) => new NativeBlock(left.Count)
        .Add("revision", left.Column(_ => revision))
        .Add("post", left.Column(place => place.Post))
        .Add("conversation", left.Column(place => place.Conversation))
        .Add("posted_at", left.Column(place => place.PostedAt));

    /// <summary>Rows of <c>posts</c> that stand no more.</summary>
    public static NativeBlock GonePosts(IReadOnlyList<Place> left, ulong revision) => new NativeBlock(left.Count)
        .Add("posted_at", left.Column(place => place.PostedAt))
        .Add("post", left.Column(place => place.Post))
        .Add("revision", left.Column(_ => revision))
        .Add("gone", left.Column(_ => true));

    /// <summary>Rows of <c>thread</c> that stand no more.</summary>
    public static NativeBlock GoneThread(IReadOnlyList<Place> left, ulong revision) => new NativeBlock(left.Count)
        .Add("conversation", left.Column(place => place.Conversation))
        .Add("posted_at", left.Column(place => place.PostedAt))
        .Add("post", left.Column(place => place.Post))
        .Add("revision", left.Column(_ => revision))
        .Add("gone", left.Column(_ => true));
}
