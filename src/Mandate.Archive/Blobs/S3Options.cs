using System.ComponentModel.DataAnnotations;

namespace Mandate.Archive.Blobs;

/// <summary>Where and how the archive keeps its files in an object store that speaks S3.</summary>
public sealed class S3Options
{
    /// <summary>Gets or sets the store's address, such as <c>https://s3.example.org</c>; null is Amazon's own in <see cref="Region"/>.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>Gets or sets the bucket; it must exist.</summary>
    [Required]
    [RegularExpression("[A-Za-z0-9][A-Za-z0-9._-]{1,62}", ErrorMessage = "The bucket's name must have 2 to 63 letters, digits and . _ -.")]
    public string Bucket { get; set; } = string.Empty;

    /// <summary>Gets or sets what every key begins with, such as <c>archive/</c>; empty by default.</summary>
    [MaxLength(512)]
    public string Prefix { get; set; } = string.Empty;

    /// <summary>Gets or sets the region that signatures name; by default <c>us-east-1</c>, which most stores take.</summary>
    [Required]
    public string Region { get; set; } = "us-east-1";

    /// <summary>Gets or sets the access key; null takes <c>AWS_ACCESS_KEY_ID</c> from the environment.</summary>
    public string? AccessKey { get; set; }

    /// <summary>Gets or sets the secret key; null takes <c>AWS_SECRET_ACCESS_KEY</c> from the environment.</summary>
    public string? SecretKey { get; set; }

    /// <summary>Gets or sets how often a request is tried again after the store's failure, 0 to 10; 4 by default.</summary>
    [Range(0, 10)]
    public int Retries { get; set; } = 4;

    /// <summary>Gets or sets how long one request may take to be answered, 1 second to 1 hour; 5 minutes by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets or sets the folder in which a file waits until its hash is known; null is the system's own for such files.</summary>
    public string? SpoolFolder { get; set; }
}
