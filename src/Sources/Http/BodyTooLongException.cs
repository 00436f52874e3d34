namespace Listening.Sources.Http;

/// <summary>A body was longer than is read.</summary>
internal sealed class BodyTooLongException(string host, int most) : IOException($"{host} sent more than {most / 1024} KiB");
