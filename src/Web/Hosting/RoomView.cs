namespace Listening.Web.Hosting;

/// <summary>A room that the caller may enter.</summary>
public sealed record RoomView(string Id, string Title, string Address);
