namespace Listening.Sources.Pictures;

/// <summary>A picture as its server sent it.</summary>
/// <param name="Bytes">Its file.</param>
/// <param name="Type">Its media type, by its own bytes.</param>
public sealed record RemotePicture(ReadOnlyMemory<byte> Bytes, string Type);
